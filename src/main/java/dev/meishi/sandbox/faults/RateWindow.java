package dev.meishi.sandbox.faults;

/** Counts calls in fixed minutes, the first of which starts with the first call. Not thread-safe. */
public final class RateWindow {

    private static final long MINUTE = 60_000;

    private final int limit;
    private long start = Long.MIN_VALUE / 2;
    private int used;

    /**
     * A window.
     *
     * @param limit the maximum number of calls a minute; 0 for no limit
     */
    RateWindow(int limit) {
        this.limit = limit;
    }

    /**
     * Where one call stands in its minute.
     *
     * @param used calls in this minute, this one included
     * @param reset seconds until the next minute starts
     */
    public record Quota(int limit, int used, long reset) {

        /** Whether there is a limit. */
        public boolean isLimited() {
            return limit > 0;
        }

        /** Whether the call is over the limit. */
        public boolean isExceeded() {
            return isLimited() && used > limit;
        }

        /** How many calls are left in this minute. */
        public int remaining() {
            return Math.max(0, limit - used);
        }
    }

    Quota take(long nowMillis) {
        if (nowMillis - start >= MINUTE) {
            start = nowMillis;
            used = 0;
        }
        used++;
        return new Quota(limit, used, (start + MINUTE - nowMillis + 999) / 1000);
    }
}
