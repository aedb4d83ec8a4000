package dev.meishi.connection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result from which a list is read on: its position, and the fingerprint that identifies it after other results have come
 * or gone.
 *
 * @param origin what the position is counted from
 * @param position in the list
 * @param fingerprint stands for the result's id and what it is sorted by: one that has moved in the list has another
 * @param time the time the list is sorted by, in epoch seconds; null where it is sorted by something else
 */
public record Anchor(
        Origin origin,
        Position position,
        long fingerprint,
        @Nullable Long time) {

    /** What a position is counted from. */
    public enum Origin {
        /** The whole list, from its start. */
        START,
        /** The whole list, from its end. */
        END,
        /** The results of one window of time, from its start. */
        WINDOW_START,
        /** The results of one window of time, from its end. */
        WINDOW_END;

        /** Of a list that can only be read from its start. */
        public static final Set<Origin> FROM_START = Set.of(START);

        /** Of a list of results that are not sorted by a time. */
        public static final Set<Origin> WHOLE = Set.of(START, END);

        /** Of a list sorted by a time, which can be read in windows too. */
        public static final Set<Origin> ALL = Set.of(values());

        /**
         * The origin of the positions in a list.
         *
         * @param order forward for the list from its start
         * @param isWindow whether it is of one window of time
         * @return one of the four
         */
        public static Origin of(Direction order, boolean isWindow) {
            return isWindow ? order.isForward() ? WINDOW_START : WINDOW_END : order.isForward() ? START : END;
        }

        /**
         * The order of the list that the position is in.
         *
         * @return forward for the list from its start
         */
        public Direction order() {
            return isFromEnd() ? Direction.BACKWARD : Direction.FORWARD;
        }

        /**
         * Whether ranks count backwards.
         *
         * @return true for the two that count from the end
         */
        public boolean isFromEnd() {
            return this == END || this == WINDOW_END;
        }

        /**
         * Whether ranks count within a window of time.
         *
         * @return true for the two that do
         */
        public boolean isWindow() {
            return this == WINDOW_START || this == WINDOW_END;
        }
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /**
     * An anchor in a list that can be read from any rank on.
     *
     * @param origin what the rank is counted from
     * @param rank 0-based
     * @param fingerprint stands for the result's id and what it is sorted by
     * @param time the time the list is sorted by, in epoch seconds, or null
     */
    public Anchor(Origin origin, int rank, long fingerprint, @Nullable Long time) {
        this(origin, new Position.Rank(rank), fingerprint, time);
    }

    /**
     * How many results come before it.
     *
     * @return 0-based, see {@link Position#rank}
     */
    public int rank() {
        return position.rank();
    }

    /**
     * A short stand-in for an id and a sort key: FNV-1a over its characters, finished so that every bit depends on each of them. Of
     * 120,000 ids two have the same one with a probability of 1 in 2.5 billion.
     *
     * @param id of a result
     * @param key what it is sorted by, or a hash of that
     * @return 64 bits
     */
    public static long fingerprint(String id, long key) {
        return finished(hash(id) + GOLDEN * key);
    }

    /**
     * A short stand-in for a text, part of a fingerprint.
     *
     * @param text of any length
     * @return 64 bits
     */
    public static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return finished(hash);
    }

    private static long finished(long value) {
        long hash = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
