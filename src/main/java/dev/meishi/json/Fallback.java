package dev.meishi.json;

import org.jspecify.annotations.Nullable;

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
