package dev.meishi.connection;

/**
 * One page as a page-numbered API counts them: page {@code n} of size {@code s} holds the ranks {@code (n-1)*s} to
 * {@code n*s - 1}.
 *
 * @param number 1-based
 * @param size how many results a full page has
 */
public record PageRequest(int number, int size) {

    /** So many contacts take a millisecond to read, and another one to write into an answer. */
    static final int LARGE = 200;

    /**
     * The rank of the first result on this page.
     *
     * @return 0-based
     */
    public long offset() {
        return (number - 1L) * size;
    }

    /**
     * The rank after the last result on this page, if it is full.
     *
     * @return exclusive end
     */
    public long end() {
        return (long) number * size;
    }

    /**
     * Whether a full page of this kind has a rank.
     *
     * @param rank 0-based
     * @return true from {@link #offset()} on and before {@link #end()}
     */
    public boolean holds(long rank) {
        return offset() <= rank && rank < end();
    }

    /**
     * Whether to read or to write a full page of this size takes so long that others should be served in between.
     *
     * @return true of 200 results or more
     */
    public boolean isLarge() {
        return size >= LARGE;
    }
}
