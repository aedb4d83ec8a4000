package dev.meishi.relay;

import dev.meishi.ledger.CurrentLedger;
import java.util.List;
import java.util.Set;

/** {@link NodeQueries} of somebody who asks for what a list of contacts does not have. */
public final class DetailQueries {

    private DetailQueries() {}

    /** Over these sources. */
    public static NodeQueries of(List<NodeSource> sources) {
        return new NodeQueries(sources, new CurrentLedger(), () -> Set.of("detailedName"));
    }
}
