package dev.meishi.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What objects really take of the heap; tests that ask for it are tagged {@code heap} and have a JVM of their own. */
public final class Heap {

    /** Of measurements, at most; the first that nothing disturbed ends them. */
    private static final int ROUNDS = 40;

    /** A measurement counts as undisturbed if the heap without the objects changed by no more than this share of them. */
    private static final double STEADY = 0.01;

    private Heap() {}

    /**
     * Bytes that each of many objects takes, without what they share with others. Other threads of the JVM allocate and
     * give back meanwhile: the heap is looked at before the objects are made, with them, and when they are gone again,
     * and the round counts in which it came back to where it was.
     *
     * @param count how many; so many that all of them take some megabytes
     * @param made makes one of them
     */
    public static long bytes(int count, IntFunction<Object> made) {
        Measured best = measured(count, made);
        for (int round = 1; round < ROUNDS && best.disturbance() > STEADY; round++) {
            Measured other = measured(count, made);
            if (other.disturbance() < best.disturbance()) {
                best = other;
            }
        }
        if (best.disturbance() > 10 * STEADY) {
            throw new IllegalStateException("The heap of this JVM is not still enough to measure: " + best);
        }
        return best.taken() / count;
    }

    private static Measured measured(int count, IntFunction<Object> made) {
        List<Object> objects = new ArrayList<>(count);
        objects.add(made.apply(0));
        objects.clear();
        long before = used();
        for (int i = 0; i < count; i++) {
            objects.add(made.apply(i));
        }
        long with = used();
        if (objects.size() != count) {
            throw new IllegalStateException("Not all of them were made");
        }
        objects.clear();
        return new Measured(before, with, used());
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Bytes of the heap before objects were made, with them, and after they were given back. */
    private record Measured(long before, long with, long after) {

        long taken() {
            return with - (before + after) / 2;
        }

        double disturbance() {
            return taken() <= 0 ? Double.POSITIVE_INFINITY : (double) Math.abs(after - before) / taken();
        }
    }
}
