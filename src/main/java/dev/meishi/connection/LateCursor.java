package dev.meishi.connection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cursor that is encoded when it is read: most clients select the cursor of the last result only. */
public final class LateCursor {

    private final Supplier<String> text;

    private LateCursor(Supplier<String> text) {
        this.text = text;
    }

    /**
     * A cursor that is still to be made.
     *
     * @param cursor makes it, the same each time
     * @return that cursor
     */
    public static LateCursor of(Supplier<String> cursor) {
        return new LateCursor(cursor);
    }

    /**
     * A cursor that a caller sent.
     *
     * @param text as it was sent; null if none was
     * @return that cursor; null if there is none
     */
    public static @Nullable LateCursor sent(@Nullable String text) {
        return text == null ? null : new LateCursor(() -> text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LateCursor cursor && toString().equals(cursor.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** 40 characters of the Base64url alphabet. */
    @Override
    public String toString() {
        return text.get();
    }
}
