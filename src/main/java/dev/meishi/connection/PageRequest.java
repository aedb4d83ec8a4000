package dev.meishi.connection;

/**
 * One page as a page-numbered API counts them: page {@code n} of size {@code s} holds the ranks {@code (n-1)*s} to
 * {@code n*s - 1}.
 *
 * @param number 1-based
 * @param size how many results a full page has
 */
public record PageRequest(int number, int size) {

    /**
     * The rank of the first result on this page.
     *
     * @return 0-based
     */
    public long offset() {
        return (number - 1L) * size;
    }
}
