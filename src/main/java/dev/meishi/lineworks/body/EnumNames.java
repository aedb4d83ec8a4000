package dev.meishi.lineworks.body;

import dev.meishi.json.Text;
import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum by the texts that LINE WORKS sends for them, in any case.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> {

    private final E unknown;
    private final Map<String, E> byName = new LinkedHashMap<>();
    private final Text[] sent;
    private final E[] constants;

    /**
     * Every constant by its own name, and some by others.
     *
     * @param type the enum
     * @param unknown its constant for all other texts
     * @param others further texts that may be sent, in capitals
     */
    @SuppressWarnings("unchecked")
    public EnumNames(Class<E> type, E unknown, Map<String, E> others) {
        this.unknown = unknown;
        for (E constant : type.getEnumConstants()) {
            byName.put(constant.name(), constant);
        }
        byName.putAll(others);
        this.sent = byName.keySet().stream().map(Text::of).toArray(Text[]::new);
        this.constants = byName.values().toArray((E[]) Array.newInstance(type, 0));
    }

    /**
     * Every constant by its own name, which is the one that is sent.
     *
     * @param type the enum
     * @param unknown its constant for all other texts
     */
    public EnumNames(Class<E> type, E unknown) {
        this(type, unknown, Map.of());
    }

    /**
     * The constant of a name.
     *
     * @param raw as it was sent
     * @return the unknown one for any other text and for none
     */
    public E of(@Nullable Text raw) {
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

    /**
     * The same for a text without escapes.
     *
     * @param raw as it was sent
     * @return the unknown one for any other text and for none
     */
    public E of(@Nullable String raw) {
        return raw == null ? unknown : byName.getOrDefault(raw.trim().toUpperCase(Locale.ROOT), unknown);
    }
}
