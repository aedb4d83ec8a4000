package dev.meishi.pages;

import dev.meishi.ledger.Ledger;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Work that nobody need wait for, in the trace of the operation that it was begun by. */
final class BackgroundWork {

    private BackgroundWork() {}

    /**
     * A part of a trace that may end after the operation.
     *
     * @param <V> type of its result
     * @param cause the operation
     * @param name of the work, one of few
     * @param ledger of the work
     * @param work with the ledger of its calls
     * @return the work
     */
    static <V> Uni<V> traced(TraceSpan cause, String name, Ledger ledger, Function<Ledger, Uni<V>> work) {
        TraceSpan span = cause.part(name);
        Uni<V> begun = work.apply(ledger.under(span));
        return span.isRecorded() ? begun.onTermination().invoke(span::end) : begun;
    }
}
