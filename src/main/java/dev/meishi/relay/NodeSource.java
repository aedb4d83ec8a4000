package dev.meishi.relay;

import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where nodes of one type come from. */
public interface NodeSource {

    /**
     * The type whose ids are known here.
     *
     * @return the schema's name of the type
     */
    String type();

    /**
     * Finds one node.
     *
     * @param id an id of this type
     * @param ledger of the operation that it is found for
     * @return empty if there is none
     */
    Uni<Optional<Node>> find(GlobalId id, Ledger ledger);

    /**
     * How many calls finding nodes may take.
     *
     * @param count of nodes, all of them of this type
     * @return calls at most
     */
    int calls(int count);
}
