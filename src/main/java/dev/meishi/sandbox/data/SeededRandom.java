package dev.meishi.sandbox.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A repeatable sequence of random choices. Not thread-safe. */
public final class SeededRandom {

    private final SplittableRandom random;

    SeededRandom(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True with the given probability; one number is drawn whatever the probability is. */
    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** A number from 0 inclusive to 1 exclusive. */
    public double fraction() {
        return random.nextDouble();
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** A number from 0 to {@code bound}, the latter excluded. */
    long below(long bound) {
        return random.nextLong(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Different values out of a list, as many as asked for or as there are. */
    <T> List<T> sample(List<T> values, int count) {
        List<T> picked = new ArrayList<>(count);
        while (picked.size() < Math.min(count, values.size())) {
            T value = pick(values);
            if (!picked.contains(value)) {
                picked.add(value);
            }
        }
        return List.copyOf(picked);
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
