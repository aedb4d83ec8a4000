package dev.meishi.connection;

/**
 * A range of ranks, the positions of results in their order.
 *
 * @param offset rank of the first result wanted, 0-based
 * @param count how many results are wanted, at least 1
 */
public record Window(int offset, int count) {

    /**
     * The rank after the last one wanted.
     *
     * @return exclusive end
     */
    public long end() {
        return (long) offset + count;
    }

    /**
     * This window without the ranks from {@code limit} on.
     *
     * @param limit first rank that cannot be had; greater than {@link #offset()}
     * @return this or a shorter window
     */
    public Window upTo(int limit) {
        return end() <= limit ? this : new Window(offset, limit - offset);
    }
}
