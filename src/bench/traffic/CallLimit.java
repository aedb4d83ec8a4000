package traffic;

import java.util.HashMap;
import java.util.Map;

/**
 * The calls to LINE WORKS that a run causes, and how many it may in a minute. An answer tells which were made for it. That a
 * cached page was renewed in the background shows by its age: it is younger than it was.
 */
final class CallLimit {

    private static final int SECONDS = 60;

    private final int atMost;
    private final long[] bySecond = new long[SECONDS];
    private final Map<String, Long> ages = new HashMap<>();
    private long now;
    private long all;

    /** A limit; 0 is none. */
    CallLimit(int atMost) {
        this.atMost = atMost;
    }

    /** Adds those of an answer, which came in this second of the run. */
    synchronized void add(Answer answer, long second) {
        long calls = answer.calls();
        for (Answer.Page page : answer.pages()) {
            Long before = ages.put(page.key(), page.age());
            if (before != null && page.age() < before && !page.isCalled()) {
                calls++;
            }
        }
        forget(second);
        bySecond[(int) (now % SECONDS)] += calls;
        all += calls;
    }

    private void forget(long second) {
        for (; now < second; now++) {
            bySecond[(int) ((now + 1) % SECONDS)] = 0;
        }
    }

    /** All of the run. */
    synchronized long all() {
        return all;
    }

    /** Whether there were more in the minute before this second than may be. */
    synchronized boolean isExceeded(long second) {
        forget(second);
        long sum = 0;
        for (long calls : bySecond) {
            sum += calls;
        }
        return atMost > 0 && sum > atMost;
    }

    @Override
    public String toString() {
        return atMost == 0
                ? "any number of calls to LINE WORKS"
                : "at most " + atMost + " calls to LINE WORKS a minute";
    }
}
