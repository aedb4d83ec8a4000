package dev.meishi.pages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was fetched, or why there is none: one of the two.
 *
 * @param <L> kind of list
 * @param list that was fetched
 * @param refusal what is said to all who want it
 * @param takenAt when the first call for it went out, by the clock of the cache
 * @param lifetime how old it may be to be of any use
 * @param bytes that it takes of the heap
 */
record LookupEntry<L>(
        @Nullable L list, @Nullable RuntimeException refusal, long takenAt, Duration lifetime, long bytes) {

    /** Heap of an entry beside its list. */
    static final int ENTRY_BYTES = 500;

    /** How long nobody asks again for what was refused. */
    private static final Duration REFUSED = Duration.ofMinutes(1);

    static <L> LookupEntry<L> of(L list, long takenAt, Duration lifetime, long bytes) {
        return new LookupEntry<>(list, null, takenAt, lifetime, bytes);
    }

    static <L> LookupEntry<L> refused(RuntimeException why, long takenAt) {
        return new LookupEntry<>(null, why, takenAt, REFUSED, ENTRY_BYTES);
    }

    /** A list that is larger than it may be is hardly smaller the next time. */
    static <L> LookupEntry<L> tooLarge(RuntimeException why, long takenAt, Duration lifetime) {
        Duration refused = lifetime.compareTo(REFUSED) > 0 ? lifetime : REFUSED;
        return new LookupEntry<>(null, why, takenAt, refused, ENTRY_BYTES);
    }

    Duration age(long now) {
        return Duration.ofNanos(Math.max(0, now - takenAt));
    }

    boolean isExpired(long now) {
        return age(now).compareTo(lifetime) >= 0;
    }
}
