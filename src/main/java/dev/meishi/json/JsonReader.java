package dev.meishi.json;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a body in the order in which they stand, each as what it is asked to be. As tolerant as Jackson is
 * where {@code ""} may stand for no object: numbers and words pass for texts, texts for numbers and words, and a blank
 * text for nothing. Everything else is {@link UnexpectedJson}, which any method may throw.
 */
public final class JsonReader {

    private static final int ELEMENTS = 64;

    private final JsonScanner scanner;
    private @Nullable Object[] elements = new Object[ELEMENTS];
    private int size;

    private JsonReader(byte[] body) {
        this.scanner = new JsonScanner(body);
    }

    /**
     * How a value is read.
     *
     * @param <T> what of it is made
     */
    @FunctionalInterface
    public interface Value<T> {

        /**
         * Reads it.
         *
         * @param json in front of the value; afterwards behind it
         * @return null for none
         */
        @Nullable
        T read(JsonReader json);
    }

    /**
     * Reads a whole body.
     *
     * @param <T> what of it is made
     * @param body in UTF-8; belongs to the texts read from it afterwards
     * @param value that it is
     * @return null if it says that there is none
     */
    public static <T> @Nullable T read(byte[] body, Value<T> value) {
        JsonReader reader = new JsonReader(body);
        T read = value.read(reader);
        reader.scanner.end();
        return read;
    }

    /**
     * How a value is read that is not as it was expected.
     *
     * @param <T> what of it is made
     */
    @FunctionalInterface
    public interface Fallback<T> {

        /**
         * Reads it.
         *
         * @param json in front of the value again; wherever it is afterwards, reading goes on behind the value
         * @param unexpected what the value ended in at first
         * @return null for none
         */
        @Nullable
        T read(JsonReader json, UnexpectedJson unexpected);
    }

    /**
     * A value that takes nothing along if it is not as expected. That it is JSON at all is expected of it still.
     *
     * @param <T> what of it is made
     * @param value how it is read
     * @param fallback how it is read if that ends in {@link UnexpectedJson}
     * @return null for none
     */
    public <T> @Nullable T attempt(Value<T> value, Fallback<T> fallback) {
        scanner.next();
        int begin = scanner.at();
        int depth = scanner.depth();
        int before = size;
        try {
            return value.read(this);
        } catch (UnexpectedJson unexpected) {
            size = before;
            scanner.go(begin, depth);
            scanner.skipLeniently();
            int end = scanner.at();
            scanner.go(begin, depth);
            T read = fallback.read(this, unexpected);
            size = before;
            scanner.go(end, depth);
            return read;
        }
    }

    /**
     * Whether nothing, or a blank text, stands here; if so, that is read.
     *
     * @return false if a value is to be read
     */
    public boolean isNothing() {
        return scanner.takesNothing();
    }

    /**
     * What a value ends in that is not as expected.
     *
     * @param expected in words
     * @return to be thrown
     */
    public UnexpectedJson unexpected(String expected) {
        return scanner.unexpected(expected);
    }

    /**
     * A number that tells what stands here from nearly everything else.
     *
     * @return of all bytes of the value that is next, which is not passed over
     */
    public long fingerprint() {
        scanner.next();
        int begin = scanner.at();
        int depth = scanner.depth();
        scanner.skipLeniently();
        long print = scanner.fingerprint(begin);
        scanner.go(begin, depth);
        return print;
    }

    /**
     * The value that is next, as it stands.
     *
     * @return its bytes, in the body itself
     */
    public ByteBuffer raw() {
        scanner.next();
        int begin = scanner.at();
        scanner.skipLeniently();
        return scanner.since(begin);
    }

    /**
     * Enters an object.
     *
     * @return false if nothing, or a blank text, stands in its place
     */
    public boolean isObject() {
        if (scanner.next() == '{') {
            scanner.enter();
            return true;
        }
        if (scanner.takesNothing()) {
            return false;
        }
        throw scanner.unexpected("an object");
    }

    /**
     * The next one of an object's members; those of no interest are passed over.
     *
     * @param members of interest
     * @param after the one before, {@link Members#NONE} at first
     * @return its place among them, whose value is to be read next; {@link Members#NONE} at the end of the object
     */
    public int member(Members members, int after) {
        int plain = scanner.plainName(members, after);
        if (plain != Members.NONE) {
            return plain;
        }
        while (scanner.hasMore('}')) {
            int member = scanner.name(members, after);
            if (member != Members.NONE) {
                return member;
            }
            scanner.skip();
        }
        return Members.NONE;
    }

    /**
     * The elements of a list that are there.
     *
     * @param <T> kind of its elements
     * @param element how one is read
     * @return without those that come to null; null where nothing, or a blank text, stands in the list's place
     */
    public <T> @Nullable List<T> list(Value<T> element) {
        if (scanner.next() == '[') {
            return elements(element);
        }
        if (scanner.takesNothing()) {
            return null;
        }
        throw scanner.unexpected("a list");
    }

    /**
     * The elements of a list that are there, if there is a list.
     *
     * @param <T> kind of its elements
     * @param element how one is read
     * @return as {@link #list}, but empty where that is null
     */
    public <T> List<T> present(Value<T> element) {
        List<T> list = list(element);
        return list == null ? List.of() : list;
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> elements(Value<T> element) {
        int first = size;
        scanner.enter();
        while (scanner.hasMore(']')) {
            T read = element.read(this);
            if (read != null) {
                if (size == elements.length) {
                    elements = Arrays.copyOf(elements, size * 2);
                }
                elements[size++] = read;
            }
        }
        int count = size - first;
        size = first;
        return switch (count) {
            case 0 -> List.of();
            case 1 -> (List<T>) List.of(Objects.requireNonNull(elements[first]));
            case 2 ->
                (List<T>) List.of(Objects.requireNonNull(elements[first]), Objects.requireNonNull(elements[first + 1]));
            default -> (List<T>) List.of(Arrays.copyOfRange(elements, first, first + count));
        };
    }

    /**
     * The elements of a list that are there, in whose place its only one may stand.
     *
     * @param <T> kind of its elements
     * @param element how one is read
     * @return without those that come to null; empty where nothing, or a blank text, stands in the list's place
     */
    public <T> List<T> presentOrOne(Value<T> element) {
        if (scanner.next() == '[') {
            return elements(element);
        }
        T read = scanner.takesNothing() ? null : element.read(this);
        return read == null ? List.of() : List.of(read);
    }

    /**
     * A text.
     *
     * @return as it stands, also where it is a number or a word; null for null
     */
    public @Nullable Text text() {
        byte next = scanner.next();
        if (next == '"') {
            return scanner.string();
        }
        if (next == 'n' && scanner.takesNull()) {
            return null;
        }
        return scalar(next);
    }

    private Text scalar(byte next) {
        return switch (next) {
            case 't' -> scanner.word("true");
            case 'f' -> scanner.word("false");
            case 'n' -> scanner.word("null");
            default -> scanner.number();
        };
    }

    /**
     * Yes or no.
     *
     * @return null for null and for a text that says nothing
     */
    public @Nullable Boolean bool() {
        byte next = scanner.next();
        if (next == 't' && scanner.takesTrue()) {
            return true;
        }
        if (next == 'f' && scanner.takesFalse()) {
            return false;
        }
        if (next == '"') {
            return bool(scanner.string().toString().trim());
        }
        if (next == 'n' && scanner.takesNull()) {
            return null;
        }
        if (next == 't' || next == 'f' || next == 'n') {
            scalar(next);
        }
        return !isZero(scanner.number().toString());
    }

    /**
     * Yes, or anything else that {@link #bool()} takes.
     *
     * @return false for null and for a text that says nothing
     */
    public boolean isTrue() {
        byte next = scanner.next();
        if (next == 't' && scanner.takesTrue()) {
            return true;
        }
        if (next == 'f' && scanner.takesFalse()) {
            return false;
        }
        Boolean read = bool();
        return read != null && read;
    }

    private @Nullable Boolean bool(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            case "", "null" -> null;
            default -> throw scanner.unexpected("true or false");
        };
    }

    private boolean isZero(String number) {
        if (isFraction(number)) {
            throw scanner.unexpected("true or false");
        }
        return number.equals("0") || number.equals("-0");
    }

    private static boolean isFraction(String number) {
        return number.contains(".") || number.contains("e") || number.contains("E");
    }

    /**
     * A whole number; of others what is before the point.
     *
     * @return null for null and for a text that says nothing
     */
    public @Nullable Integer integer() {
        byte next = scanner.next();
        if (next == 't' || next == 'f') {
            throw scanner.unexpected("a number");
        }
        if (scanner.takesNothing()) {
            return null;
        }
        try {
            if (next != '"') {
                return whole(scanner.number().toString());
            }
            String text = scanner.string().toString().trim();
            return text.equals("null") ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw scanner.unexpected("a number of 32 bits");
        }
    }

    private int whole(String number) {
        if (!isFraction(number)) {
            return Integer.parseInt(number);
        }
        double value = Double.parseDouble(number);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw scanner.unexpected("a number of 32 bits");
        }
        return (int) value;
    }
}
