package dev.meishi.listing;

/**
 * The two ways to the first result of a long span of time: its windows one after the other, or a search for the rank at
 * which it begins in the list sorted by that time.
 *
 * @param windows calls at most by the one
 * @param ranks calls at most by the other, as of what is at hand
 */
record SpanPlan(long windows, int ranks) {

    boolean isByWindows() {
        return windows <= ranks;
    }

    long calls() {
        return Math.min(windows, ranks);
    }

    /** In words, for a plan that a caller asks to see. */
    String how() {
        return (isByWindows() ? "by windows of time" : "by ranks") + ": windows " + windows + ", ranks " + ranks
                + " calls at most";
    }
}
