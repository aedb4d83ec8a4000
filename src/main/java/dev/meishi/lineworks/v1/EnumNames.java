package dev.meishi.lineworks.v1;

import dev.meishi.json.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum by the texts that LINE WORKS sends for them, in any case.
 *
 * @param <E> the enum
 */
final class EnumNames<E extends Enum<E>> {

    private final E unknown;
    private final E[] constants;
    private final Text[] sent;
    private final Map<String, E> others;

    /**
     * Every constant by its own name, which is the one that is sent.
     *
     * @param type the enum
     * @param unknown its constant for all other texts
     * @param others further texts that may be sent, in capitals
     */
    EnumNames(Class<E> type, E unknown, Map<String, E> others) {
        this.unknown = unknown;
        this.constants = Objects.requireNonNull(type.getEnumConstants());
        this.sent = new Text[constants.length];
        for (int i = 0; i < constants.length; i++) {
            sent[i] = Text.of(constants[i].name());
        }
        this.others = others;
    }

    EnumNames(Class<E> type, E unknown) {
        this(type, unknown, Map.of());
    }

    /** The constant of that name, the unknown one for any other text and for none. */
    E of(@Nullable Text raw) {
        if (raw == null) {
            return unknown;
        }
        for (int i = 0; i < sent.length; i++) {
            if (sent[i].equals(raw)) {
                return constants[i];
            }
        }
        return of(raw.toString());
    }

    /** The same for a text without escapes. */
    E of(@Nullable String raw) {
        if (raw == null) {
            return unknown;
        }
        String name = raw.trim().toUpperCase(Locale.ROOT);
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return others.getOrDefault(name, unknown);
    }
}
