package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** How tolerantly the values of a payload are read. */
final class Wire {

    private Wire() {}

    static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /** The constant of that name in any case, {@code unknown} for any other text and for none. */
    static <E extends Enum<E>> E enumOf(Class<E> type, @Nullable String raw, E unknown) {
        String name = raw == null ? "" : raw.trim().toUpperCase(Locale.ROOT);
        for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return unknown;
    }

    /** An ISO 8601 date-time with offset, with or without a fraction; null for anything else. */
    static @Nullable OffsetDateTime time(@Nullable String raw) {
        try {
            return raw == null ? null : OffsetDateTime.parse(raw.trim(), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    static List<String> strings(@Nullable List<@Nullable String> raw) {
        return list(raw, Function.identity());
    }

    /** A missing list is empty, and null elements are not there. */
    static <P, G> List<G> list(@Nullable List<@Nullable P> raw, Function<P, G> from) {
        return raw == null
                ? List.of()
                : raw.stream().filter(Objects::nonNull).map(from).toList();
    }
}
