package dev.meishi.connection;

/**
 * Between which ranks a border lies, by what pages have shown one after the other. What was shown last is true: if it
 * contradicts an earlier bound, the list has changed, and that bound is moved out of the way, further each time.
 *
 * @param cap what a bound cannot go beyond; as an upper bound it stands for any rank from there on
 * @param atLeast lower bound
 * @param atMost upper bound
 * @param stride by how many ranks the next contradicted bound is moved
 * @param isSeen whether one page has shown what lies on both sides of the border, which both bounds then are
 */
record Bracket(int cap, int atLeast, int atMost, int stride, boolean isSeen) {

    static Bracket unknown(int cap, int stride) {
        return new Bracket(cap, 0, cap, stride, false);
    }

    Bracket seenAt(int rank) {
        return new Bracket(cap, rank, rank, stride, true);
    }

    Bracket withAtLeast(int rank) {
        if (rank > atMost) {
            return new Bracket(cap, rank, (int) Math.min(cap, (long) rank + stride), further(), false);
        }
        return rank <= atLeast ? this : new Bracket(cap, rank, atMost, stride, false);
    }

    Bracket withAtMost(int rank) {
        if (rank < atLeast) {
            return new Bracket(cap, Math.max(0, rank - stride), rank, further(), false);
        }
        return rank >= atMost ? this : new Bracket(cap, atLeast, rank, stride, false);
    }

    private int further() {
        return (int) Math.min(cap, 2L * stride);
    }
}
