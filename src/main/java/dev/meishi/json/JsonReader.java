package dev.meishi.json;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a body in the order in which they stand, each as what it is asked to be. As tolerant as Jackson is
 * where {@code ""} may stand for no object: numbers and words pass for texts, texts for numbers and words, and a blank
 * text for nothing. Everything else is {@link UnexpectedJson}, which any method may throw.
 */
public final class JsonReader {

    private final JsonScalars scanner;
    private final ElementStack elements = new ElementStack();

    private JsonReader(byte[] body) {
        this.scanner = new JsonScalars(body);
    }

    /**
     * Reads a whole body.
     *
     * @param <T> what of it is made
     * @param body in UTF-8; belongs to the texts read from it afterwards
     * @param value that it is
     * @return null if it says that there is none
     */
    public static <T> @Nullable T read(byte[] body, ValueReader<T> value) {
        JsonReader reader = new JsonReader(body);
        T read = value.read(reader);
        reader.scanner.end();
        return read;
    }

    /**
     * A value that takes nothing along if it is not as expected. That it is JSON at all is expected of it still.
     *
     * @param <T> what of it is made
     * @param value how it is read
     * @param fallback how it is read if that ends in {@link UnexpectedJson}
     * @return null for none
     */
    public <T> @Nullable T attempt(ValueReader<T> value, Fallback<T> fallback) {
        scanner.next();
        int begin = scanner.at();
        int depth = scanner.depth();
        int before = elements.size();
        try {
            return value.read(this);
        } catch (UnexpectedJson unexpected) {
            elements.drop(before);
            scanner.go(begin, depth);
            scanner.skipLeniently();
            int end = scanner.at();
            scanner.go(begin, depth);
            T read = fallback.read(this, unexpected);
            elements.drop(before);
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

    /** Passes over the value that is next, whatever it is. That it is JSON at all is expected of it still. */
    public void pass() {
        scanner.skipLeniently();
    }

    /**
     * A number that tells what stands here from nearly everything else.
     *
     * @return of all bytes of the value that is next, which is not passed over
     */
    public long fingerprint() {
        return scanner.fingerprint();
    }

    /** The value that is next, as it stands: its bytes, in the body itself. */
    public ByteBuffer raw() {
        return scanner.raw();
    }

    /** The same of a value that is not passed over. */
    public ByteBuffer rawAhead() {
        return scanner.rawAhead();
    }

    /**
     * Enters an object.
     *
     * @return false if nothing, or a blank text, stands in its place
     */
    public boolean isObject() {
        return enters(isObjectNext(), "an object");
    }

    private boolean enters(boolean isThere, String expected) {
        if (isThere) {
            scanner.enter();
        } else if (!scanner.takesNothing()) {
            throw scanner.unexpected(expected);
        }
        return isThere;
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

    /** The name of an object's next member, whatever it is, whose value is to be read next; null at the end of the object. */
    public @Nullable Text memberName() {
        return scanner.hasMore('}') ? scanner.name() : null;
    }

    /**
     * Enters a list.
     *
     * @return false if nothing, or a blank text, stands in its place
     */
    public boolean isList() {
        return enters(isListNext(), "a list");
    }

    /** Whether an object stands here; it is not entered. */
    public boolean isObjectNext() {
        return scanner.next() == '{';
    }

    /** Whether a list stands here; it is not entered. */
    public boolean isListNext() {
        return scanner.next() == '[';
    }

    /**
     * Whether a list that was entered has another element, which is to be read next.
     *
     * @return false at its end, which is read
     */
    public boolean hasElement() {
        return scanner.hasMore(']');
    }

    /**
     * The elements of a list that are there.
     *
     * @param <T> kind of its elements
     * @param element how one is read
     * @return without those that are read as null; null where nothing, or a blank text, stands in the list's place
     */
    public <T> @Nullable List<T> list(ValueReader<T> element) {
        return isList() ? elements(element) : null;
    }

    /**
     * The elements of a list that are there, if there is a list.
     *
     * @param <T> kind of its elements
     * @param element how one is read
     * @return as {@link #list}, but empty where that is null
     */
    public <T> List<T> present(ValueReader<T> element) {
        return isList() ? elements(element) : List.of();
    }

    private <T> List<T> elements(ValueReader<T> element) {
        int first = elements.size();
        while (hasElement()) {
            elements.push(element.read(this));
        }
        return elements.pop(first);
    }

    /**
     * The elements of a list that are there, in whose place its only one may stand.
     *
     * @param <T> kind of its elements
     * @param element how one is read
     * @return without those that are read as null; empty where nothing, or a blank text, stands in the list's place
     */
    public <T> List<T> presentOrOne(ValueReader<T> element) {
        if (isListNext()) {
            return present(element);
        }
        T read = scanner.takesNothing() ? null : element.read(this);
        return read == null ? List.of() : List.of(read);
    }

    /** A text as it stands, also where it is a number or a word; null for null. */
    public @Nullable Text text() {
        return scanner.text();
    }

    /** Yes or no; null for null and for a text that says nothing. */
    public @Nullable Boolean bool() {
        return scanner.bool();
    }

    /** Yes, or anything else that {@link #bool()} takes; false for null and for a text that says nothing. */
    public boolean isTrue() {
        return scanner.isTrue();
    }

    /**
     * A whole number; of others what is before the point.
     *
     * @return null for null and for a text that says nothing
     */
    public @Nullable Integer integer() {
        return scanner.integer();
    }
}
