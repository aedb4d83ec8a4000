package dev.meishi.graphql;

import java.util.function.IntFunction;

/** What objects really take of the heap. */
public final class Heap {

    private static final int ROUNDS = 3;

    private Heap() {}

    /**
     * Bytes that each of many objects takes, without what they share with others.
     *
     * @param count how many
     * @param made makes one of them
     */
    public static long bytes(int count, IntFunction<Object> made) {
        Object[] objects = new Object[count];
        objects[0] = made.apply(0);
        long before = used();
        for (int i = 0; i < count; i++) {
            objects[i] = made.apply(i);
        }
        long after = used();
        if (objects[count - 1] == null) {
            throw new IllegalStateException("Nothing was made");
        }
        return (after - before) / count;
    }

    private static long used() {
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
