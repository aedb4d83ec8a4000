package dev.meishi.graphql;

import java.util.Arrays;
import java.util.function.IntFunction;

/** What objects really take of the heap. */
public final class Heap {

    /** Of measurements: others allocate in the same JVM, and what they give back meanwhile is counted too. */
    private static final int ROUNDS = 3;

    private Heap() {}

    /**
     * Bytes that each of many objects takes, without what they share with others: the median of some measurements.
     *
     * @param count how many; so many that all of them take some megabytes
     * @param made makes one of them
     */
    public static long bytes(int count, IntFunction<Object> made) {
        long[] found = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            found[round] = measured(count, made);
        }
        Arrays.sort(found);
        return found[ROUNDS / 2];
    }

    private static long measured(int count, IntFunction<Object> made) {
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
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
