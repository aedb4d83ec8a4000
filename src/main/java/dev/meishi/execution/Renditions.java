package dev.meishi.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that objects were written as. An object that is kept goes into many answers, most of them to the same few
 * operations, and is put together once for each of those. Bounded by the bytes it takes; forgets an object as soon as
 * nobody else has it.
 */
@RegisterForReflection(classNames = {Renditions.CACHE_OF_WEAK_KEYS, Renditions.ITS_ENTRIES})
final class Renditions {

    /** Caffeine's implementation, found by its name; Quarkus prepares only others for the native binary. */
    static final String CACHE_OF_WEAK_KEYS = "com.github.benmanes.caffeine.cache.WSMW";

    static final String ITS_ENTRIES = "com.github.benmanes.caffeine.cache.FSMW";

    /** Operations whose JSON is kept of one object. */
    private static final int MOST_AN_OBJECT = 4;

    /** Heap of an entry beside its pieces, and of a piece beside its bytes. */
    private static final int BYTES_BESIDE = 120;

    private static final int BYTES_A_PIECE = 24;

    private final Cache<Object, Rendition> kept;

    Renditions(long bytes) {
        kept = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(bytes)
                .weigher((Object object, Rendition rendition) -> rendition.weight())
                .build();
    }

    /**
     * What an object was written as by a plan.
     *
     * @param object told from others by what it is, not by what it is equal to
     * @param by the plan's part for it
     * @return its pieces, empty ones where they are not of the object alone; null if it was not written by it
     */
    byte @Nullable [][] of(Object object, PlannedObject by) {
        Rendition rendition = kept.getIfPresent(object);
        while (rendition != null && !rendition.isBy(by)) {
            rendition = rendition.before;
        }
        return rendition == null ? null : rendition.pieces;
    }

    /** An object was written. */
    void keep(Object object, PlannedObject by, byte[][] pieces) {
        Rendition known = kept.getIfPresent(object);
        kept.put(object, new Rendition(by, pieces, known == null ? null : known.first(MOST_AN_OBJECT - 1)));
    }

    /** Does at once what is otherwise done when there is time for it. */
    void tidy() {
        kept.cleanUp();
    }

    /** By one plan, and by those before it. */
    private static final class Rendition {

        private final PlannedObject by;
        private final byte[][] pieces;
        private final @Nullable Rendition before;

        Rendition(PlannedObject by, byte[][] pieces, @Nullable Rendition before) {
            this.by = by;
            this.pieces = pieces;
            this.before = before;
        }

        boolean isBy(PlannedObject plan) {
            return by.equals(plan);
        }

        @Nullable
        Rendition first(int count) {
            return count == 0 ? null : new Rendition(by, pieces, before == null ? null : before.first(count - 1));
        }

        int weight() {
            int bytes = Arrays.stream(pieces)
                    .mapToInt(piece -> BYTES_A_PIECE + piece.length)
                    .sum();
            return BYTES_BESIDE + bytes + (before == null ? 0 : before.weight());
        }
    }
}
