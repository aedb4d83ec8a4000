package dev.meishi.contact;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parts of one kind of a contact, until it has all of them; used again for the next contact.
 *
 * @param <T> the kind
 */
final class PartList<T> {

    private Object[] parts = new Object[4];
    private int size;

    void clear() {
        size = 0;
    }

    void add(T part) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        parts[size++] = part;
    }

    /** Those added since it was cleared; of none, one and two without an array. */
    @SuppressWarnings("unchecked")
    List<T> toList() {
        return (List<T>)
                switch (size) {
                    case 0 -> List.of();
                    case 1 -> List.of(parts[0]);
                    case 2 -> List.of(parts[0], parts[1]);
                    default -> List.of(Arrays.copyOf(parts, size));
                };
    }

    /** The part that is marked as the default one, or else the first; null if there is none. */
    static <T> @Nullable T primary(List<T> parts, Predicate<T> isDefault) {
        for (T part : parts) {
            if (isDefault.test(part)) {
                return part;
            }
        }
        return parts.isEmpty() ? null : parts.get(0);
    }
}
