package dev.meishi.json;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The elements of lists that are being read, those of an inner list after those of the lists around it. */
final class ElementStack {

    private static final int CAPACITY = 64;

    private @Nullable Object[] elements = new Object[CAPACITY];
    private int size;

    int size() {
        return size;
    }

    /** Adds an element, if there is one. */
    void push(@Nullable Object element) {
        if (element == null) {
            return;
        }
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        elements[size++] = element;
    }

    /** Takes the elements of the innermost list, all from its first one on. */
    @SuppressWarnings("unchecked")
    <T> List<T> pop(int first) {
        int count = size - first;
        size = first;
        return switch (count) {
            case 0 -> List.of();
            case 1 -> (List<T>) List.of(at(first));
            case 2 -> (List<T>) List.of(at(first), at(first + 1));
            default -> (List<T>) List.of(Arrays.copyOfRange(elements, first, first + count));
        };
    }

    private Object at(int place) {
        return Objects.requireNonNull(elements[place]);
    }

    /** Drops the elements of lists that were not read to their end. */
    void drop(int to) {
        size = to;
    }
}
