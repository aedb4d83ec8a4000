package traffic;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import traffic.Answer.Kind;

/** Counts and latencies of a time. */
final class Tally {

    private static final long LONGEST = TimeUnit.HOURS.toMicros(1);

    private final Histogram micros = new Histogram(LONGEST, 3);
    private final Map<Kind, Map<String, Long>> labels = new EnumMap<>(Kind.class);
    private long unsent;

    Tally() {
        for (Kind kind : Kind.values()) {
            labels.put(kind, new TreeMap<>());
        }
    }

    /**
     * Adds a request.
     *
     * @param answer what became of it
     * @param nanos from when it was to be sent until then
     */
    synchronized void add(Answer answer, long nanos) {
        of(answer.kind()).merge(answer.label(), 1L, Long::sum);
        record(nanos);
    }

    /** Adds a request that was due so long before the end and could not be sent, because all connections were busy. */
    synchronized void addUnsent(long nanos) {
        unsent++;
        record(nanos);
    }

    private void record(long nanos) {
        micros.recordValue(Math.min(LONGEST, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    /** Adds all of another time. */
    synchronized void add(Tally other) {
        synchronized (other) {
            micros.add(other.micros);
            other.labels.forEach(
                    (kind, counts) -> counts.forEach((label, count) -> of(kind).merge(label, count, Long::sum)));
            unsent += other.unsent;
        }
    }

    /** How many of a kind there were, by what they are called. */
    synchronized Map<String, Long> of(Kind kind) {
        return labels.getOrDefault(kind, Map.of());
    }

    synchronized long count(Kind kind) {
        return of(kind).values().stream().mapToLong(Long::longValue).sum();
    }

    /** All that were due. */
    synchronized long due() {
        return micros.getTotalCount();
    }

    /** Of those, the ones that could not be sent. */
    synchronized long unsent() {
        return unsent;
    }

    /** In percent of all that were due. */
    double percent(long count) {
        return due() == 0 ? 0 : 100.0 * count / due();
    }

    /** Wrong, not answered, or not sent. */
    long errors() {
        return count(Kind.WRONG) + count(Kind.NONE) + unsent();
    }

    /** Milliseconds that this many of a hundred took at most. */
    synchronized double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
