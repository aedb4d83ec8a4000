package dev.meishi.connection;

import org.jspecify.annotations.Nullable;

/**
 * The part of a list that the arguments of a connection select: the results between the two anchors, of those the
 * {@code first} ones, and of those the {@code last} ones (Relay cursor connections, pagination algorithm).
 *
 * @param first 0 to 500; null only if {@code last} is there
 * @param after start behind it; null at the list's start
 * @param last 0 to 500, or null
 * @param before end in front of it; null at the list's end
 */
public record Slice(
        @Nullable Integer first,
        @Nullable Anchor after,
        @Nullable Integer last,
        @Nullable Anchor before) {

    /**
     * The direction that it is read in.
     *
     * @return backward if {@code last} alone is given
     */
    public Direction direction() {
        return first == null ? Direction.BACKWARD : Direction.FORWARD;
    }

    /**
     * What it is read on from.
     *
     * @return null where reading begins at an end of the list
     */
    public @Nullable Anchor from() {
        return first == null ? before : after;
    }

    /**
     * What reading ends at.
     *
     * @return null where it may go on to the end of the list
     */
    public @Nullable Anchor until() {
        return first == null ? after : before;
    }

    /**
     * Whether it is a page without results.
     *
     * @return true if {@code first} or {@code last} is 0
     */
    public boolean isEmpty() {
        return (first != null && first == 0) || (last != null && last == 0);
    }

    /**
     * What has to be read to know whether results follow a page without any.
     *
     * @return the same with one result
     */
    public Slice one() {
        return first == null ? new Slice(null, after, 1, before) : new Slice(1, after, null, before);
    }

    /**
     * How many results have to be read to know it.
     *
     * @return {@code first}, else {@code last}
     */
    public int count() {
        Integer size = first == null ? last : first;
        return size == null ? PageArguments.DEFAULT_SIZE : size;
    }
}
