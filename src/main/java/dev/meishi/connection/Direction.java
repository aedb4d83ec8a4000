package dev.meishi.connection;

/** Which of the two ways a list is read, or sorted: {@link #FORWARD} is from its start, and from earlier to later times. */
public enum Direction {
    FORWARD,
    BACKWARD;

    /**
     * The direction of a list that may be sorted in either order.
     *
     * @param isAscending whether it is sorted from the lowest to the highest
     * @return forward if it is
     */
    public static Direction ascending(boolean isAscending) {
        return isAscending ? FORWARD : BACKWARD;
    }

    /**
     * Whether it is the one from start to end.
     *
     * @return false for {@link #BACKWARD}
     */
    public boolean isForward() {
        return this == FORWARD;
    }

    /**
     * The other one.
     *
     * @return backward for forward
     */
    public Direction reversed() {
        return this == FORWARD ? BACKWARD : FORWARD;
    }

    /**
     * This direction as it appears in a list that is itself turned, or its inverse.
     *
     * @param other direction of that list
     * @return forward if both are the same
     */
    public Direction in(Direction other) {
        return this == other ? FORWARD : BACKWARD;
    }

    /**
     * The index after another one.
     *
     * @param index on a page
     * @return one more or one less
     */
    public int next(int index) {
        return this == FORWARD ? index + 1 : index - 1;
    }
}
