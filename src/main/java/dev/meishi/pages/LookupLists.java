package dev.meishi.pages;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.memory.Account;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lists of one kind that things are looked up in, such as tags or names: fetched as a whole, cached, and fetched once for
 * all who want one at the same time. A call that is under way is not in the cache, which would give all of them the failure
 * of the first, and would go on when everybody has left.
 *
 * @param <K> which list of the kind: whose view it is, of which domain; no other kind of lists has keys equal to these
 * @param <L> kind of list
 */
public final class LookupLists<K extends Record, L> {

    private final LookupCache cache;
    private final Terms<L> terms;
    private final PageMetrics metrics;
    private final Duration lifetime;
    private final SingleFlight<Flight<K>, LookupEntry<L>> flights = new SingleFlight<>(list -> false);

    /**
     * Lists in a cache.
     *
     * @param cache of lists of all kinds
     * @param terms of these
     * @param metrics where uses are counted
     */
    public LookupLists(LookupCache cache, Terms<L> terms, PageMetrics metrics) {
        this.cache = cache;
        this.terms = terms;
        this.metrics = metrics;
        lifetime = terms.fresh().compareTo(terms.staleIfError()) > 0 ? terms.fresh() : terms.staleIfError();
    }

    /**
     * What is the same for all lists of a kind.
     *
     * @param <L> kind of list
     * @param name in a plan that a client asks to see, and in errors
     * @param fresh the age up to which a list is served without a call
     * @param staleIfError the age up to which it is served if LINE WORKS gives no new one; if both are zero, nothing is cached
     * @param weight of a list, in bytes of heap
     * @param isRefusal which failures are cached for a minute, so that nobody asks again
     */
    public record Terms<L>(
            String name,
            Duration fresh,
            Duration staleIfError,
            ToLongFunction<L> weight,
            Predicate<Failure> isRefusal) {}

    /**
     * What somebody wants of a list.
     *
     * @param <L> kind of list
     */
    public interface Wanted<L> {

        /** Makes the calls for a new list. */
        Uni<L> fetch();

        /**
         * Whether a fresh list has what is wanted.
         *
         * @param list that is cached
         * @param age since its first call went out
         */
        default boolean isIn(L list, Duration age) {
            return true;
        }

        /**
         * What is cached of a new list.
         *
         * @param fetched just now
         * @param before a fresh one in whose place it is; null for none
         */
        default L cached(L fetched, @Nullable L before) {
            return fetched;
        }
    }

    /** Who looks at a screen does not wait for a call that gives way to everybody. */
    private record Flight<K>(K key, Urgency urgency, int generation) {}

    /** What a call failed for is the limits of who came first, and no answer for the others. */
    private static final class OwnLimits extends RuntimeException {
        OwnLimits(Throwable cause) {
            super(null, cause, false, false);
        }
    }

    /**
     * Whether a list can be served without a call.
     *
     * @param key of the list
     * @param wanted of it
     * @param ledger of the operation
     * @return true also where what is cached is a refusal
     */
    public boolean isAtHand(K key, Wanted<L> wanted, Ledger ledger) {
        LookupEntry<L> cached = cached(key);
        return !bypassesCache(ledger) && cached != null && isServed(cached, wanted, ledger);
    }

    /**
     * A list: the cached one while it is fresh and has what is wanted, else a new one, else the cached one if LINE WORKS
     * gives no new one.
     *
     * @param key of the list
     * @param wanted of it
     * @param ledger of the operation
     * @return fails with {@code FEATURE_DISABLED} if the list takes more than all cached lists may, and as a call fails
     */
    public Uni<L> get(K key, Wanted<L> wanted, Ledger ledger) {
        LookupEntry<L> cached = cached(key);
        if (cached != null && isServed(cached, wanted, ledger)) {
            used(cached, PageSource.FRESH, ledger);
            return served(cached);
        }
        return fetched(key, wanted, ledger).onFailure(Failure::isUpstreamDown).recoverWithUni(thrown -> {
            LookupEntry<L> old = bypassesCache(ledger) ? null : cached(key);
            if (old == null || old.refusal() != null) {
                return Uni.createFrom().failure(thrown);
            }
            used(old, PageSource.STALE_IF_ERROR, ledger);
            return served(old);
        });
    }

    /** An export looks things up for thousands of contacts, and asks for lists no more often than other operations. */
    private static boolean bypassesCache(Ledger ledger) {
        return ledger.bypassesCache() && !ledger.isUncached();
    }

    private boolean isServed(LookupEntry<L> cached, Wanted<L> wanted, Ledger ledger) {
        if (bypassesCache(ledger) && cached.takenAt() - ledger.began() < 0) {
            return false;
        }
        L list = cached.list();
        return list == null || (isFresh(cached) && wanted.isIn(list, cached.age(cache.now())));
    }

    private boolean isFresh(LookupEntry<L> cached) {
        return cached.age(cache.now()).compareTo(terms.fresh()) < 0;
    }

    @SuppressWarnings("unchecked")
    private @Nullable LookupEntry<L> cached(K key) {
        return (LookupEntry<L>) cache.get(key);
    }

    private static <L> Uni<L> served(LookupEntry<L> entry) {
        RuntimeException refusal = entry.refusal();
        return refusal == null
                ? Uni.createFrom().item(entry.list())
                : Uni.createFrom().failure(refusal);
    }

    private Uni<L> fetched(K key, Wanted<L> wanted, Ledger ledger) {
        boolean[] isOwn = {false};
        return flights.fly(new Flight<>(key, ledger.urgency(), cache.generation()), () -> {
                    LookupEntry<L> cached = cached(key);
                    if (cached != null && isServed(cached, wanted, ledger)) {
                        // The call of others has ended since the cache was looked into.
                        return Uni.createFrom().item(cached);
                    }
                    isOwn[0] = true;
                    return load(key, wanted, ledger);
                })
                .invoke(entry -> used(entry, isOwn[0] ? PageSource.CALL : PageSource.SHARED, ledger))
                .chain(LookupLists::served)
                .onFailure(OwnLimits.class)
                .recoverWithUni(limits ->
                        isOwn[0] ? Uni.createFrom().failure(limits.getCause()) : fetched(key, wanted, ledger));
    }

    private Uni<LookupEntry<L>> load(K key, Wanted<L> wanted, Ledger ledger) {
        long goesOut = cache.now();
        int generation = cache.generation();
        return wanted.fetch()
                .map(list -> entry(key, wanted, list, goesOut))
                .onFailure(thrown ->
                        thrown instanceof Failure failure && terms.isRefusal().test(failure))
                .recoverWithItem(thrown -> LookupEntry.refused((Failure) thrown, goesOut))
                .invoke(entry -> cache.put(key, entry, generation))
                .onFailure(thrown -> isOfTheFirst(thrown, ledger))
                .transform(OwnLimits::new);
    }

    private LookupEntry<L> entry(K key, Wanted<L> wanted, L fetched, long goesOut) {
        LookupEntry<L> cached = cached(key);
        L before = cached != null && isFresh(cached) ? cached.list() : null;
        L list = wanted.cached(fetched, before);
        long bytes = LookupEntry.ENTRY_BYTES + terms.weight().applyAsLong(list);
        return bytes > cache.maxBytes() && !lifetime.isZero()
                ? LookupEntry.refused(tooLarge(bytes), goesOut)
                : LookupEntry.of(list, goesOut, lifetime, bytes);
    }

    /** To fetch it for each operation would leave no calls for anything else. */
    private Failure tooLarge(long bytes) {
        return new Failure(
                ErrorCode.FEATURE_DISABLED,
                String.format(
                        Locale.ROOT,
                        "The list of %s takes %,d bytes of memory, and all lists of tags and members may take %,d. Set %s to more, or"
                                + " leave out what is looked up in it; ids need no list.",
                        terms.name(),
                        bytes,
                        cache.maxBytes(),
                        Account.LOOKUPS.setting()));
    }

    private static boolean isOfTheFirst(Throwable thrown, Ledger first) {
        return first.patience().isNegative()
                || (thrown instanceof Failure failure && failure.code() == ErrorCode.LIMIT_EXCEEDED);
    }

    private void used(LookupEntry<L> entry, PageSource from, Ledger ledger) {
        metrics.used(from);
        boolean isNew = from == PageSource.CALL || from == PageSource.SHARED;
        Duration age = isNew ? Duration.ZERO : entry.age(cache.now());
        ledger.usage().lookedUp(new PageUse(terms.name(), 0, 1, from, age));
    }
}
