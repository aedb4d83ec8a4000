package dev.meishi.sandbox;

/** Counts calls in fixed minutes, the first of which starts with the first call. Not thread-safe. */
final class RateWindow {

    private static final long MINUTE = 60_000;

    private final int limit;
    private long start = Long.MIN_VALUE / 2;
    private int used;

    /**
     * A window of so many calls.
     *
     * @param limit 0 for as many as one likes
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
    record Quota(int limit, int used, long reset) {

        boolean isLimited() {
            return limit > 0;
        }

        boolean isExceeded() {
            return isLimited() && used > limit;
        }

        int remaining() {
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
