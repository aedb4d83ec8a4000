package dev.meishi.execution.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.meishi.memo.Memo;
import dev.meishi.memo.Memorable;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that objects were written as. An object that is kept goes into many answers, most of them to the same few
 * operations, and is put together once for each of those. It is kept with the object, so that it is found without a
 * search and goes when the object goes; what is kept here is the account of it, by which the oldest go if it is too much.
 */
@RegisterForReflection(classNames = {Renditions.CACHE_OF_WEAK_KEYS, Renditions.ITS_ENTRIES})
final class Renditions {

    /** Caffeine's implementation, found by its name; Quarkus prepares only others for the native binary. */
    static final String CACHE_OF_WEAK_KEYS = "com.github.benmanes.caffeine.cache.WSMW";

    static final String ITS_ENTRIES = "com.github.benmanes.caffeine.cache.FSMW";

    /** Heap beside its pieces, and of a piece beside its bytes. */
    private static final int BYTES_BESIDE = 200;

    private static final int BYTES_A_PIECE = 24;

    /** Of one object: a contact with every field takes some 1,500 bytes, one with each field a hundred times is not kept. */
    private static final int MOST_BYTES = 64 * 1024;

    private final Cache<byte[][], Place> account;

    /** Where a rendition is kept. */
    private record Place(WeakReference<Memo> memo, Object by, int weight) {}

    Renditions(long bytes) {
        account = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(bytes)
                .weigher((byte[][] pieces, Place place) -> place.weight())
                .evictionListener(Renditions::forget)
                .build();
    }

    private static void forget(byte @Nullable [][] pieces, @Nullable Place place, RemovalCause cause) {
        Memo memo = place == null ? null : place.memo().get();
        if (memo != null && place != null) {
            memo.remove(place.by());
        }
    }

    /**
     * What an object was written as by a plan.
     *
     * @param by token of the plan's part for it
     * @return its pieces, empty ones where they are not of the object alone; null if it was not written by it
     */
    byte @Nullable [][] of(Memorable object, Object by) {
        return (byte[][]) object.workedOut().get(by);
    }

    /** An object was written; what is very long is not kept, as it would be before it is known to be too much. */
    void keep(Memorable object, Object by, byte[][] pieces) {
        int weight = BYTES_BESIDE;
        for (byte[] piece : pieces) {
            weight += BYTES_A_PIECE + piece.length;
        }
        if (weight > MOST_BYTES) {
            return;
        }
        object.workedOut().put(by, pieces);
        account.put(pieces, new Place(new WeakReference<>(object.workedOut()), by, weight));
    }

    /** Shows how much there is. */
    void showIn(Memory memory) {
        memory.show(Account.RENDITIONS, account);
    }

    /** Does at once what is otherwise done when there is time for it. */
    void tidy() {
        account.cleanUp();
    }
}
