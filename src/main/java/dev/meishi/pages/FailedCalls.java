package dev.meishi.pages;

import dev.meishi.failure.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which lists could not be fetched by {@link OwnCalls} within the last minute, and why: nobody begins their calls again
 * before it is over, however many operations need the list. What failed is in the cache beside the lists, so that it has its
 * share of their memory, and a reset forgets it too.
 */
final class FailedCalls {

    private final LookupCache cache;

    FailedCalls(LookupCache cache) {
        this.cache = cache;
    }

    /** No list has a key equal to this. */
    private record Key(Object list) {}

    /**
     * The failure of the calls for a list.
     *
     * @param list its key
     * @return with the time after which they may be made again; null if none have failed within the last minute
     */
    @Nullable
    RuntimeException of(Object list) {
        LookupEntry<?> failed = cache.get(new Key(list));
        RuntimeException why = failed == null ? null : failed.refusal();
        return failed == null || why == null ? null : asOf(why, failed.age(cache.now()), failed.lifetime());
    }

    /**
     * Remembers it from now on.
     *
     * @param list key of the list whose calls have failed
     * @param why what they failed with
     * @param generation of the cache when they began
     * @return the failure, with the time after which they may be made again
     */
    RuntimeException remember(Object list, RuntimeException why, int generation) {
        LookupEntry<?> entry = LookupEntry.refused(why, cache.now());
        cache.put(new Key(list), entry, generation);
        return asOf(why, Duration.ZERO, entry.lifetime());
    }

    /** What may succeed later says when: not before the calls are made again, nor before LINE WORKS said. */
    private static RuntimeException asOf(RuntimeException why, Duration ago, Duration apart) {
        if (!(why instanceof Failure failure) || !failure.isRetryable()) {
            return why;
        }
        Duration told = failure.retryAfter();
        Duration longest = told != null && told.compareTo(apart) > 0 ? told : apart;
        return failure.retryAfter(longest.minus(ago));
    }
}
