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

    /** Results a page has, those next to the one cursor given, when neither {@code first} nor {@code last} is given. */
    public static final int DEFAULT_SIZE = 20;

    /** Maximum of {@code first} and {@code last}; a source with smaller pages is asked for several. */
    public static final int MAX_SIZE = 500;

    /**
     * What these arguments ask for.
     *
     * @param list fingerprint of the list, which a cursor must carry
     * @param limits how far it is served, and how positions in it are counted
     * @return the part of the list, with a size counted from one of its ends or from both
     * @throws Failure {@code INVALID_ARGUMENT} or {@code INVALID_CURSOR}
     */
    public Slice wanted(long list, ListLimits limits) {
        checkSize("first", first);
        checkSize("last", last);
        boolean isUntold = first == null && last == null;
        boolean isBackward = isUntold && before != null && after == null;
        return new Slice(
                isUntold && !isBackward ? (Integer) DEFAULT_SIZE : first,
                anchor(after, list, limits),
                isBackward ? (Integer) DEFAULT_SIZE : last,
                anchor(before, list, limits));
    }

    private static @Nullable Anchor anchor(@Nullable String cursor, long list, ListLimits limits) {
        if (cursor == null) {
            return null;
        }
        Anchor anchor =
                Cursor.parse(cursor, new CursorScope(list, limits.seal())).anchor();
        boolean isByRank = anchor.position() instanceof Position.Rank;
        if (isByRank != limits.isSeekable()) {
            throw new Failure(
                    ErrorCode.INVALID_CURSOR,
                    "The cursor was issued for another API of LINE WORKS; start this list without a cursor.");
        }
        if (!limits.origins().contains(anchor.origin()) || !isWithin(anchor.position(), limits)) {
            throw new Failure(
                    ErrorCode.INVALID_CURSOR,
                    "The cursor was not issued by this gateway; start this list without a cursor.");
        }
        return anchor;
    }

    /** The rank of a token is a hint: results may have been added or removed since it was counted. */
    private static boolean isWithin(Position position, ListLimits limits) {
        return position instanceof Position.Token token
                ? token.offset() < limits.cap() && token.rank() < 2L * limits.cap()
                : position.rank() < limits.cap();
    }

    private static void checkSize(String name, @Nullable Integer size) {
        if (size != null && (size < 0 || size > MAX_SIZE)) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    name + " must be between 0 and " + MAX_SIZE + ", found " + size
                            + (size < 0
                                    ? "; leave it out for a page of " + DEFAULT_SIZE + "."
                                    : "; ask for the rest with cursors."));
        }
    }
}
