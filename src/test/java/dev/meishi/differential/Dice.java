package dev.meishi.differential;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chance that falls the same way for the same reasons. */
final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Dice whose every throw is decided by these, each of which prints as what it is. */
    static Dice of(@Nullable Object... reasons) {
        long seed = 1;
        for (Object reason : reasons) {
            String text = Objects.toString(reason);
            for (int i = 0; i < text.length(); i++) {
                seed = seed * 1_000_003 + text.charAt(i);
            }
            seed = seed * 1_000_003 - 1;
        }
        return new Dice(seed);
    }

    /** From 0 to one less than that. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** From 0 to that, small numbers more often. */
    int few(int most) {
        return below(below(most + 1) + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T extends @Nullable Object> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** Null in so many of a hundred throws. */
    <T> @Nullable T orNull(int chanceOfNull, Supplier<T> value) {
        return percent(chanceOfNull) ? null : value.get();
    }
}
