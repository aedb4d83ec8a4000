package traffic;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests at a rate, whether or not those before were answered: each has a time when it is due, and its latency counts
 * from then, also if all connections were busy.
 */
final class Drive {

    private static final int FEWEST_UNANSWERED = 3;

    private final Instance instance;
    private final double gapNanos;
    private final int connections;
    private final long patience;
    private final CallLimit limit;
    private final List<Document> mix;
    private final Semaphore free;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final long began = System.nanoTime();
    private volatile long lastAnswer = began;
    private volatile String lastFailure = "";
    private volatile @Nullable String next;
    private Tally tally = new Tally();
    private long sent;

    /**
     * One that has not begun.
     *
     * @param next the cursor of a second page; null if there is none
     * @throws Unusable if an option is not what it has to be
     */
    Drive(Instance instance, Options options, CallLimit limit, @Nullable String next) throws Unusable {
        this.instance = instance;
        this.limit = limit;
        this.next = next;
        gapNanos = 1e9 / options.rate();
        connections = options.connections();
        patience = options.patience().toNanos();
        free = new Semaphore(connections);
        mix = new ArrayList<>(Document.mix(next != null));
        Collections.shuffle(mix, new Random(1));
    }

    /** What was counted since the last time. */
    synchronized Tally take() {
        Tally taken = tally;
        tally = new Tally();
        return taken;
    }

    private synchronized void count(Answer answer, long nanos) {
        tally.add(answer, nanos);
    }

    /**
     * Sends for a while, and waits for the answers.
     *
     * @throws Unusable if the instance has stopped to answer, or makes more calls than it may
     */
    void run(Duration duration) throws Unusable, InterruptedException {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        for (long number = 0; ; number++) {
            long due = start + (long) (number * gapNanos);
            if (due >= end) {
                break;
            }
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            if (!free.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                countUnsent(due, end);
                break;
            }
            send(due);
            holdToLimits();
        }
        free.acquire(connections);
        free.release(connections);
        holdToLimits();
    }

    private synchronized void countUnsent(long firstDue, long end) {
        for (long number = 0; firstDue + (long) (number * gapNanos) < end; number++) {
            tally.addUnsent(end - firstDue - (long) (number * gapNanos));
        }
    }

    private void send(long due) {
        Document document = mix.get((int) (sent++ % mix.size()));
        var unused = instance.send(document, document == Document.NEXT ? next : null)
                .whenComplete((answer, never) -> {
                    long now = System.nanoTime();
                    count(answer, now - due);
                    limit.add(answer, second(now));
                    if (answer.kind() == Answer.Kind.NONE) {
                        lastFailure = answer.label();
                        unanswered.incrementAndGet();
                    } else {
                        unanswered.set(0);
                        lastAnswer = now;
                    }
                    if (document == Document.SHORT && answer.next() != null) {
                        next = answer.next();
                    }
                    free.release();
                });
    }

    private long second(long now) {
        return TimeUnit.NANOSECONDS.toSeconds(now - began);
    }

    private void holdToLimits() throws Unusable {
        long now = System.nanoTime();
        if (limit.isExceeded(second(now))) {
            throw new Unusable(
                    Exit.CALLS,
                    "Stopped: the requests have made more than %s. Lower --rate, or allow more by --max-upstream-calls.",
                    limit);
        }
        long silence = now - lastAnswer;
        if (unanswered.get() >= FEWEST_UNANSWERED && silence > patience) {
            throw new Unusable(
                    Exit.INSTANCE,
                    "%s has stopped to answer: %d requests in a row since %s, the last one for: %s.",
                    instance,
                    unanswered.get(),
                    LocalTime.now(ZoneId.systemDefault()).minusNanos(silence).truncatedTo(ChronoUnit.SECONDS),
                    lastFailure);
        }
    }
}
