package dev.meishi.execution.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.meishi.attachments.Attachments;
import dev.meishi.attachments.Cacheable;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of objects as plans wrote them. A cached object is in many answers, most of them to the same few operations, and
 * is serialized once for each of those. Two sides, which this class keeps in step:
 *
 * <pre>
 * object ─ attachments ─ token of the plan's writer ─► JSON in pieces
 *              ▲  (weak)                                  ▲  (weak)
 *              └── entry of the account: weight, token ───┘
 * </pre>
 *
 * <p>The JSON is with the object: it is found without a search, and goes when the object goes. The account knows how much there is
 * in all, and removes from their objects what was not used for the longest time.
 */
@RegisterForReflection(classNames = {SerializedObjectCache.CACHE_OF_WEAK_KEYS, SerializedObjectCache.ITS_ENTRIES})
final class SerializedObjectCache {

    /** Caffeine's implementation, found by its name; Quarkus prepares only others for the native binary. */
    static final String CACHE_OF_WEAK_KEYS = "com.github.benmanes.caffeine.cache.WSMW";

    static final String ITS_ENTRIES = "com.github.benmanes.caffeine.cache.FSMW";

    /** Heap beside its pieces, and of a piece beside its bytes. */
    private static final int BYTES_BESIDE = 200;

    private static final int BYTES_A_PIECE = 24;

    /** Of one object: a contact with every field takes some 1,500 bytes, one with each field a hundred times is not cached. */
    private static final int MOST_BYTES = 64 * 1024;

    private final Cache<byte[][], Place> account;

    /** Where the JSON of an object is. */
    private record Place(WeakReference<Attachments> attachments, Object by, int weight) {}

    SerializedObjectCache(long bytes) {
        account = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(bytes)
                .weigher((byte[][] pieces, Place place) -> place.weight())
                .evictionListener(SerializedObjectCache::forget)
                .build();
    }

    private static void forget(byte @Nullable [][] pieces, @Nullable Place place, RemovalCause cause) {
        Attachments attachments = place == null ? null : place.attachments().get();
        if (attachments != null && place != null) {
            attachments.remove(place.by());
        }
    }

    /**
     * The JSON of an object.
     *
     * @param by token of the plan's writer
     * @return its pieces, empty ones where they are not of the object alone; null if it is not cached
     */
    byte @Nullable [][] of(Cacheable object, Object by) {
        return (byte[][]) object.attachments().get(by);
    }

    /** Caches the JSON of an object; not if it is very long, as it would be there before it is known to be too much. */
    void put(Cacheable object, Object by, byte[][] pieces) {
        int weight = BYTES_BESIDE;
        for (byte[] piece : pieces) {
            weight += BYTES_A_PIECE + piece.length;
        }
        if (weight > MOST_BYTES) {
            return;
        }
        object.attachments().put(by, pieces);
        account.put(pieces, new Place(new WeakReference<>(object.attachments()), by, weight));
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
