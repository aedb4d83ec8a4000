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
    private final byte[][] bytes;
    private final long[] heads;
    private final long[] masks;
    private final long[] tails;
    private final Consumer<String> others;

    private Members(List<String> names, Consumer<String> others) {
        this.names = names;
        this.others = others;
        this.bytes = names.stream()
                .map(name -> (name + '"').getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        this.masks = Arrays.stream(bytes)
                .mapToLong(name -> name.length < WORD ? (1L << (name.length * Byte.SIZE)) - 1 : -1)
                .toArray();
        this.heads = Arrays.stream(bytes)
                .mapToLong(name -> Utf8.eightBytes(Arrays.copyOf(name, Math.max(WORD, name.length)), 0))
                .toArray();
        this.tails = Arrays.stream(bytes)
                .mapToLong(name -> name.length < WORD ? 0 : Utf8.eightBytes(name, name.length - WORD))
                .toArray();
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

    /** The member whose name and closing quote stand at a place; those after another one are tried first. */
    int find(byte[] body, int at, int after) {
        if (at > body.length - WORD) {
            return NONE;
        }
        long head = Utf8.eightBytes(body, at);
        int found = find(body, at, head, after + 1, bytes.length);
        return found == NONE ? find(body, at, head, 0, after + 1) : found;
    }

    private int find(byte[] body, int at, long head, int from, int to) {
        for (int i = from; i < to; i++) {
            if (((head ^ heads[i]) & masks[i]) == 0 && isRestAt(body, at, i)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean isRestAt(byte[] body, int at, int member) {
        int length = bytes[member].length;
        int end = at + length;
        return length <= WORD
                || (end <= body.length
                        && Utf8.eightBytes(body, end - WORD) == tails[member]
                        && (length <= 2 * WORD
                                || Arrays.equals(body, at + WORD, end - WORD, bytes[member], WORD, length - WORD)));
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

    /** How long a found member's name is, with its closing quote. */
    int length(int member) {
        return bytes[member].length;
    }
}
