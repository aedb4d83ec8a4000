package dev.meishi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The members of an object that are of interest, known by their places in a list. Names that stand in the order in which
 * they are sent are found at once.
 */
public final class Members {

    /** What stands for the place after the last member and before the first one. */
    public static final int NONE = -1;

    private static final int WORD = Long.BYTES;

    private final List<String> names;
    private final Name[] inOrder;
    private final Consumer<String> others;

    /**
     * A name with its closing quote and its colon, in words that are compared at once.
     *
     * @param head its first eight bytes, or all of them
     * @param mask of the head's bytes that are the name's
     * @param tail its last eight bytes, if it has more than eight
     * @param bytes all of them
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them, and nobody writes into it.
    private record Name(long head, long mask, long tail, byte[] bytes) {

        static Name of(String name) {
            byte[] bytes = (name + "\":").getBytes(StandardCharsets.US_ASCII);
            boolean isShort = bytes.length < WORD;
            return new Name(
                    Utf8.eightBytes(isShort ? Arrays.copyOf(bytes, WORD) : bytes, 0),
                    isShort ? (1L << (bytes.length * Byte.SIZE)) - 1 : -1,
                    isShort ? 0 : Utf8.eightBytes(bytes, bytes.length - WORD),
                    bytes);
        }

        /** Whether all of it stands at a place, of which the first eight bytes are known. */
        boolean isAt(byte[] body, int at, long first) {
            return ((first ^ head) & mask) == 0 && (bytes.length <= WORD || isRestAt(body, at));
        }

        private boolean isRestAt(byte[] body, int at) {
            int end = at + bytes.length;
            return end <= body.length
                    && Utf8.eightBytes(body, end - WORD) == tail
                    && (bytes.length <= 2 * WORD
                            || Arrays.equals(body, at + WORD, end - WORD, bytes, WORD, bytes.length - WORD));
        }
    }

    private Members(List<String> names, Consumer<String> others) {
        this.names = names;
        this.others = others;
        this.inOrder = names.stream().map(Name::of).toArray(Name[]::new);
    }

    /**
     * The members with these names.
     *
     * @param names of ASCII letters
     * @return their list
     */
    public static Members of(String... names) {
        return new Members(List.of(names), passedOver -> {});
    }

    /**
     * The same members.
     *
     * @param listener is told the name of each member beside them that is passed over
     * @return their list
     */
    public Members tellingOthers(Consumer<String> listener) {
        return new Members(names, listener);
    }

    /** The member whose name, closing quote and colon stand at a place; those after another one are tried first. */
    int find(byte[] body, int at, int after) {
        if (at > body.length - WORD) {
            return NONE;
        }
        long first = Utf8.eightBytes(body, at);
        int next = after + 1;
        if (next < inOrder.length && inOrder[next].isAt(body, at, first)) {
            return next;
        }
        int found = find(body, at, first, next + 1, inOrder.length);
        return found == NONE ? find(body, at, first, 0, next) : found;
    }

    private int find(byte[] body, int at, long first, int from, int to) {
        for (int i = from; i < to; i++) {
            if (inOrder[i].isAt(body, at, first)) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * The name of a member.
     *
     * @param member its place in the list
     * @return as it is sent
     */
    public String name(int member) {
        return names.get(member);
    }

    /** The member of a name that stands otherwise than in plain letters, or of another one. */
    int find(String name) {
        int found = names.indexOf(name);
        if (found == NONE) {
            others.accept(name);
        }
        return found;
    }

    /** How long a found member's name is, with its closing quote and its colon. */
    int length(int member) {
        return inOrder[member].bytes.length;
    }
}
