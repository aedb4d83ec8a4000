package dev.meishi.connection;

import org.jspecify.annotations.Nullable;

/**
 * Where a result lies in its list, in the terms of the API that serves the list. Only what reads that kind of list looks
 * into it; everything else passes it on.
 */
public sealed interface Position {

    /**
     * How many results come before it.
     *
     * @return 0-based; of a {@link Token} as counted when it was read, which is a hint
     */
    int rank();

    /**
     * A position of the same kind, counted from the start of a list.
     *
     * @param rank 0-based
     * @return the position
     */
    default Position fromStart(int rank) {
        return this instanceof Token ? Token.START.at(rank) : new Rank(rank);
    }

    /**
     * A position in a list that can be read from any rank on.
     *
     * @param rank 0-based
     */
    record Rank(int rank) implements Position {}

    /**
     * A position in a list that can only be read on from a cursor of the API.
     *
     * @param cursor at which a page begins; null for the start of the list
     * @param offset index of the result on that page; -1 for the result that the page follows
     * @param rank as counted when it was read
     */
    record Token(@Nullable String cursor, int offset, int rank) implements Position {

        /** The first result of a list. */
        public static final Token START = new Token(null, 0, 0);

        /**
         * The first result of the page that follows the result.
         *
         * @return of the same cursor; of use where the offset is -1
         */
        public Token next() {
            return new Token(cursor, 0, rank + 1);
        }

        /**
         * The position of another result by the same cursor.
         *
         * @param other rank of that result
         * @return counted from the same cursor
         */
        public Token at(int other) {
            return new Token(cursor, offset + other - rank, other);
        }
    }
}
