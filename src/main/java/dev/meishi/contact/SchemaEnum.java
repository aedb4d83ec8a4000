package dev.meishi.contact;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;

/**
 * The constants of an enum of the schema by the kinds of the same names that LINE WORKS tells apart.
 *
 * @param <K> the kinds
 * @param <T> the enum of the schema
 */
final class SchemaEnum<K extends Enum<K>, T extends Enum<T>> {

    private final Map<K, T> constants;

    SchemaEnum(Class<K> kinds, Class<T> type) {
        constants = new EnumMap<>(kinds);
        for (K kind : EnumSet.allOf(kinds)) {
            constants.put(kind, Enum.valueOf(type, kind.name()));
        }
    }

    T of(K kind) {
        return Objects.requireNonNull(constants.get(kind));
    }
}
