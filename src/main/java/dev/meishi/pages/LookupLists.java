package dev.meishi.pages;

import static java.util.Objects.requireNonNull;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.loop.Loop;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lists of one kind that things are looked up in, such as tags or names: fetched as a whole, cached, and fetched once for
 * all who want one at the same time. A call that is under way is not in the cache, which would give all of them the failure
 * of the first, and would go on when everybody has left. That they do all the same where a list has calls of its own; those
 * are not begun again for a minute after they have failed.
 *
 * @param <K> which list of the kind: whose view it is, of which domain; no other kind of lists has keys equal to these
 * @param <L> kind of list
 */
public final class LookupLists<K extends Record, L> {

    private static final Logger LOG = Logger.getLogger(LookupLists.class);

    private final LookupCache cache;
    private final LookupTerms<L> terms;
    private final PageMetrics metrics;
    private final Duration lifetime;
    private final FailedCalls failed;
    private final SingleFlight<Flight<K>, LookupEntry<L>> flights = new SingleFlight<>(list -> false);

    /**
     * Lists in a cache.
     *
     * @param cache of lists of all kinds
     * @param terms of these
     * @param metrics where uses are counted
     */
    public LookupLists(LookupCache cache, LookupTerms<L> terms, PageMetrics metrics) {
        this.cache = cache;
        this.terms = terms;
        this.metrics = metrics;
        lifetime = terms.lifetime();
        failed = new FailedCalls(cache);
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
            renewIfDue(key, wanted, cached, ledger.span());
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
        L list = cached.list();
        if (bypassesCache(ledger) && cached.takenAt() - ledger.began() < 0 && !isRecent(cached)) {
            return false;
        }
        return list == null || (isFresh(cached) && wanted.isIn(list, cached.age(cache.now())));
    }

    /** Calls that are nobody's are not made at anybody's will; a refusal of them stays. */
    private boolean isRecent(LookupEntry<L> cached) {
        OwnCalls own = terms.own();
        return own != null && (cached.list() == null || own.isRecent(cached.age(cache.now())));
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
        OwnCalls own = terms.own();
        return own == null ? byCallsOf(ledger, key, wanted) : byOwnCalls(own, key, wanted, ledger);
    }

    private Uni<L> byCallsOf(Ledger ledger, K key, Wanted<L> wanted) {
        boolean[] isOwn = {false};
        return flights.fly(new Flight<>(key, ledger.urgency(), cache.generation()), ledger.span(), span -> {
                    LookupEntry<L> cached = cached(key);
                    if (cached != null && isServed(cached, wanted, ledger)) {
                        // The call of others has ended since the cache was looked into.
                        return Uni.createFrom().item(cached);
                    }
                    isOwn[0] = true;
                    return load(key, wanted, ledger.under(span))
                            .onFailure(thrown -> ledger.patience().isNegative() || isOverLimit(thrown))
                            .transform(OwnLimits::new);
                })
                .invoke(entry -> used(entry, isOwn[0] ? PageSource.CALL : PageSource.SHARED, ledger))
                .chain(LookupLists::served)
                .onFailure(OwnLimits.class)
                .recoverWithUni(limits ->
                        isOwn[0] ? Uni.createFrom().failure(limits.getCause()) : byCallsOf(ledger, key, wanted));
    }

    private Uni<L> byOwnCalls(OwnCalls own, K key, Wanted<L> wanted, Ledger ledger) {
        return Uni.createFrom().deferred(() -> {
            LookupEntry<L> cached = cached(key);
            boolean isFirst = begin(own, key, wanted, ledger.span());
            return flights.fly(flight(key), ledger.span(), span -> {
                        LookupEntry<L> ended = cached(key);
                        return ended != null && isServed(ended, wanted, ledger)
                                ? Uni.createFrom().item(ended)
                                : unlessFailed(key, wanted, own, span);
                    })
                    .ifNoItem()
                    .after(own.longestWait(ledger, cached != null && cached.list() != null))
                    .failWith(() -> own.underWay(terms.name()))
                    .emitOn(Loop.here())
                    .invoke(entry -> used(entry, isFirst ? PageSource.CALL : PageSource.SHARED, ledger))
                    .chain(LookupLists::served);
        });
    }

    private void renewIfDue(K key, Wanted<L> wanted, LookupEntry<L> cached, TraceSpan cause) {
        OwnCalls own = terms.own();
        if (own != null && cached.list() != null && own.isDue(cached.age(cache.now()), terms.fresh())) {
            begin(own, key, wanted, cause);
        }
    }

    /** Begins the calls unless they are under way, or have failed just now; nobody has to wait for their end. */
    private boolean begin(OwnCalls own, K key, Wanted<L> wanted, TraceSpan cause) {
        if (flights.isUnderWay(flight(key)) || failed.of(key) != null) {
            return false;
        }
        flights.fly(flight(key), cause, span -> unlessFailed(key, wanted, own, span))
                .subscribe()
                .with(entry -> {}, thrown -> LOG.debugf(thrown, "The list of %s was not fetched", terms.name()));
        return true;
    }

    private Uni<LookupEntry<L>> unlessFailed(K key, Wanted<L> wanted, OwnCalls own, TraceSpan span) {
        RuntimeException why = failed.of(key);
        if (why != null) {
            return Uni.createFrom().failure(why);
        }
        int generation = cache.generation();
        return BackgroundWork.traced(span, "fetch a list", own.ledger(), mine -> load(key, wanted, mine))
                .onFailure(RuntimeException.class)
                .transform(thrown -> failed.remember(key, thrown, generation));
    }

    private Flight<K> flight(K key) {
        return new Flight<>(key, Urgency.BACKGROUND, cache.generation());
    }

    private Uni<LookupEntry<L>> load(K key, Wanted<L> wanted, Ledger ledger) {
        long goesOut = cache.now();
        int generation = cache.generation();
        OwnCalls own = terms.own();
        return wanted.fetch(ledger)
                .map(list -> entry(key, wanted, list, goesOut))
                .onFailure(thrown ->
                        thrown instanceof Failure failure && terms.isRefusal().test(failure))
                .recoverWithItem(thrown -> LookupEntry.refused((Failure) thrown, goesOut))
                .onFailure(thrown -> own != null && isOverLimit(thrown))
                .recoverWithItem(
                        () -> LookupEntry.tooLarge(requireNonNull(own).tooLong(terms.name()), goesOut, terms.fresh()))
                .invoke(entry -> cache.put(key, entry, generation));
    }

    private LookupEntry<L> entry(K key, Wanted<L> wanted, L fetched, long goesOut) {
        LookupEntry<L> cached = cached(key);
        L before = cached != null && isFresh(cached) ? cached.list() : null;
        L list = wanted.cached(fetched, before);
        long bytes = LookupEntry.ENTRY_BYTES + terms.weight().applyAsLong(list);
        return bytes > cache.maxBytes() && !lifetime.isZero()
                ? LookupEntry.tooLarge(terms.tooLarge(bytes, cache.maxBytes()), goesOut, terms.fresh())
                : LookupEntry.of(list, goesOut, lifetime, bytes);
    }

    private static boolean isOverLimit(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.LIMIT_EXCEEDED;
    }

    private void used(LookupEntry<L> entry, PageSource from, Ledger ledger) {
        metrics.used(from);
        boolean isNew = from == PageSource.CALL || from == PageSource.SHARED;
        Duration age = isNew ? Duration.ZERO : entry.age(cache.now());
        ledger.usage().lookedUp(new PageUse(terms.name(), 0, 1, from, age));
    }
}
