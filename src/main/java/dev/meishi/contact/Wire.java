package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** How tolerantly the values of a payload are read. */
final class Wire {

    private Wire() {}

    static boolean isTrue(@Nullable Boolean value) {
        return value != null && value;
    }

    static @Nullable OffsetDateTime time(@Nullable Text raw) {
        return raw == null ? null : Times.read(raw);
    }

    static List<Text> texts(@Nullable List<@Nullable Text> raw) {
        return list(raw, Function.identity());
    }

    /** A missing list is empty, and null elements are not there. */
    @SuppressWarnings("unchecked")
    static <P, G> List<G> list(@Nullable List<@Nullable P> raw, Function<P, G> from) {
        if (raw == null || raw.isEmpty()) {
            return List.of();
        }
        Object[] list = new Object[raw.size()];
        int size = 0;
        for (int i = 0; i < list.length; i++) {
            P element = raw.get(i);
            if (element != null) {
                list[size++] = from.apply(element);
            }
        }
        return (List<G>) (size == list.length ? List.of(list) : List.of(Arrays.copyOf(list, size)));
    }
}
