package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.Nullable;
import java.util.Locale;
import java.util.Objects;

/**
 * The constants of an enum by the texts that LINE WORKS sends for them.
 *
 * @param <E> the enum
 */
final class Constants<E extends Enum<E>> {

    private final E[] constants;
    private final Text[] names;
    private final E unknown;

    Constants(Class<E> type, E unknown) {
        this.constants = Objects.requireNonNull(type.getEnumConstants());
        this.names = new Text[constants.length];
        for (int i = 0; i < constants.length; i++) {
            names[i] = Text.of(constants[i].name());
        }
        this.unknown = unknown;
    }

    /** The constant of that name in any case, the unknown one for any other text and for none. */
    E of(@Nullable Text raw) {
        if (raw == null) {
            return unknown;
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(raw)) {
                return constants[i];
            }
        }
        return of(raw.toString());
    }

    private E of(String raw) {
        String name = raw.trim().toUpperCase(Locale.ROOT);
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return unknown;
    }
}
