package dev.meishi.http;

import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSearch;
import dev.meishi.relay.NodeSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Nodes that are never there and take of LINE WORKS what their ids say, without asking it: the type of the schema that
 * nothing else serves, and so a field of which a test can say what it plans and does.
 */
@Singleton
class LedgerProbe implements NodeSource {

    private static final String TYPE = "Probe";

    /** The ledgers it found, one for each time it was asked. */
    final Queue<Ledger> seen = new ConcurrentLinkedQueue<>();

    /** Calls it made. */
    final AtomicInteger calls = new AtomicInteger();

    /** Times it was told to stop. */
    final AtomicInteger stopped = new AtomicInteger();

    /** A field that needs so many calls. */
    static String calling(int calls) {
        return field(calls, PageSource.CALL, 0);
    }

    /** A field that needs none if it may use what is kept, and else one. */
    static String kept(PageSource from, int ageSeconds) {
        return field(0, from, ageSeconds);
    }

    private static String field(int calls, PageSource from, int ageSeconds) {
        String key = calls + " " + from + " " + ageSeconds;
        return "node(id: \"" + new GlobalId(TYPE, "1", key).encode() + "\") { id } ";
    }

    void reset() {
        seen.clear();
        calls.set(0);
        stopped.set(0);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** It plans by itself. */
    @Override
    public NodeSearch search(List<GlobalId> ids, Supplier<Set<String>> fields, Ledger ledger) {
        return NodeSearch.each(ids, 0, "", id -> find(id, ledger));
    }

    private Uni<Optional<Node>> find(GlobalId id, Ledger ledger) {
        seen.add(ledger);
        String[] words = id.key().split(" ", -1);
        int needed = Integer.parseInt(words[0]);
        PageSource from = PageSource.valueOf(words[1]);
        Duration age = Duration.ofSeconds(Long.parseLong(words[2]));
        return ledger.admission()
                .declare(new CallEstimate("probe", needed, needed + " at once", "Probe less."))
                .onCancellation()
                .invoke(stopped::incrementAndGet)
                .map(admitted -> {
                    for (int i = 0; i < needed; i++) {
                        ledger.call();
                        calls.incrementAndGet();
                    }
                    ledger.usage()
                            .used(
                                    ledger.bypassesCache()
                                            ? new PageUse("probes", 0, 20, PageSource.CALL, Duration.ZERO)
                                            : new PageUse("probes", 0, 20, from, age));
                    return Optional.empty();
                });
    }
}
