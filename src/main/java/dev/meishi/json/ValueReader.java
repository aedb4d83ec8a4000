package dev.meishi.json;

import org.jspecify.annotations.Nullable;

/**
 * How a value is read.
 *
 * @param <T> what of it is made
 */
@FunctionalInterface
public interface ValueReader<T> {

    /**
     * Reads it.
     *
     * @param json in front of the value; afterwards behind it
     * @return null for none
     */
    @Nullable
    T read(JsonReader json);
}
