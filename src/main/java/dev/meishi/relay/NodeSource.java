package dev.meishi.relay;

import dev.meishi.ledger.Ledger;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Where nodes of one type come from. */
public interface NodeSource {

    /**
     * The type whose ids are known here.
     *
     * @return the schema's name of the type
     */
    String type();

    /**
     * Plans how several nodes are found; makes no call.
     *
     * @param ids of this type, each once
     * @param fields gives the names of all fields selected of the nodes and of what is in them; to be asked before this returns
     * @param ledger of the operation that they are found for
     * @return the plan
     */
    NodeSearch search(List<GlobalId> ids, Supplier<Set<String>> fields, Ledger ledger);
}
