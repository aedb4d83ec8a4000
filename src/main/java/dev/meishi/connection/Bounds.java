package dev.meishi.connection;

/**
 * Bounds on the rank of a boundary, tightened by each page read. A newer page overrides an older bound that contradicts it,
 * because the list has changed: that bound is moved out of the way, further each time.
 *
 * @param cap what a bound cannot go beyond; as an upper bound it stands for any rank from there on
 * @param atLeast lower bound
 * @param atMost upper bound
 * @param stride by how many ranks the next contradicted bound is moved
 * @param isSeen whether one page has shown what lies on both sides of the boundary, which both bounds then are
 */
record Bounds(int cap, int atLeast, int atMost, int stride, boolean isSeen) {

    static Bounds unknown(int cap, int stride) {
        return new Bounds(cap, 0, cap, stride, false);
    }

    Bounds seenAt(int rank) {
        return new Bounds(cap, rank, rank, stride, true);
    }

    Bounds withAtLeast(int rank) {
        if (rank > atMost) {
            return new Bounds(cap, rank, (int) Math.min(cap, (long) rank + stride), further(), false);
        }
        return rank <= atLeast ? this : new Bounds(cap, rank, atMost, stride, false);
    }

    Bounds withAtMost(int rank) {
        if (rank < atLeast) {
            return new Bounds(cap, Math.max(0, rank - stride), rank, further(), false);
        }
        return rank >= atMost ? this : new Bounds(cap, atLeast, rank, stride, false);
    }

    private int further() {
        return (int) Math.min(cap, 2L * stride);
    }
}
