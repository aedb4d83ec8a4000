package dev.meishi.connection;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The four arguments of a Relay connection field, as a caller gave them.
 *
 * @param first how many results from the start or after {@code after}
 * @param after cursor before the first result
 * @param last how many results from the end or before {@code before}
 * @param before cursor after the last result
 * @see <a href="https://relay.dev/graphql/connections.htm#sec-Arguments">Relay cursor connections, arguments</a>
 */
public record PageArguments(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {

    /** Results a page has when neither {@code first} nor {@code last} is given. */
    public static final int DEFAULT_SIZE = 20;

    /** Most results a page can have: the largest page of LINE WORKS (vendor page, {@code maxResults}). */
    public static final int MAX_SIZE = 500;

    /**
     * The ranks these arguments ask for.
     *
     * @param list fingerprint of the list, which a cursor must carry
     * @return the window wanted, which may reach beyond the list's end
     * @throws Failure {@code INVALID_ARGUMENT}, {@code INVALID_CURSOR}, or {@code NOT_YET_SUPPORTED} for paging
     *     backward
     */
    public Window window(long list) {
        if (last != null || before != null) {
            throw new Failure(
                    ErrorCode.NOT_YET_SUPPORTED,
                    "last and before are not supported yet; page forward with first and after, or turn orderBy.direction round.");
        }
        int count = first == null ? DEFAULT_SIZE : first;
        if (count < 1 || count > MAX_SIZE) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT, "first must be between 1 and " + MAX_SIZE + ", found " + count + ".");
        }
        return new Window(after == null ? 0 : Cursor.parse(after, list).rank() + 1, count);
    }
}
