package dev.meishi.pages;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.Urgency;
import dev.meishi.pages.Pages.FlightKey;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The pages of one list, from the cache while they are good, and else by a call that all who want the same share. */
final class CachedListPages<T> implements ListPages<T> {

    private static final Logger LOG = Logger.getLogger(Pages.class);

    /** For a page that is renewed while nobody waits for it. */
    private static final Duration RENEWAL_DEADLINE = Duration.ofSeconds(30);

    private final Pages pages;
    private final PageCache cache;
    private final Lifetime lifetime;
    private final Object list;
    private final String name;
    private final PageLoader<T> loader;

    CachedListPages(Pages pages, Object list, String name, PageLoader<T> loader) {
        this.pages = pages;
        this.cache = pages.cache();
        this.lifetime = cache.lifetime();
        this.list = list;
        this.name = name;
        this.loader = loader;
    }

    @Override
    public boolean isCaching(Ledger ledger) {
        return !lifetime.isNone() && loader.isCacheable() && !ledger.isUncached();
    }

    @Override
    public List<Snapshot<T>> cached(int from, int to, Ledger ledger) {
        if (lifetime.isNone() || ledger.bypassesCache()) {
            return List.of();
        }
        List<Snapshot<T>> found = new ArrayList<>();
        long now = cache.now();
        for (PageRequest page : cache.pages(list)) {
            if (page.offset() < to && page.offset() + page.size() > from) {
                Snapshot<T> snapshot = servable(page, now);
                if (snapshot != null) {
                    found.add(snapshot);
                }
            }
        }
        return found;
    }

    private @Nullable Snapshot<T> servable(PageRequest page, long now) {
        Snapshot<T> cached = cached(page, now);
        if (cached == null) {
            return null;
        }
        return switch (lifetime.at(PageCache.ageNanos(cached, now))) {
            case AS_IT_IS, WHILE_A_NEW_ONE_IS_ASKED_FOR -> cached;
            case IF_THERE_IS_NO_NEW_ONE, NONE -> null;
        };
    }

    @SuppressWarnings("unchecked")
    private @Nullable Snapshot<T> cached(PageRequest page, long now) {
        return (Snapshot<T>) cache.get(new PageKey(list, page), now);
    }

    @Override
    public Uni<Snapshot<T>> get(PageRequest page, Ledger ledger) {
        long now = cache.now();
        Snapshot<T> cached = servable(page, now);
        if (cached == null || (ledger.bypassesCache() && !isSince(cached, ledger))) {
            return fetchFresh(page, ledger);
        }
        boolean isFresh = lifetime.at(PageCache.ageNanos(cached, now)) == Lifetime.Use.AS_IT_IS;
        if (!isFresh) {
            revalidate(page, ledger.span());
        }
        used(cached, isFresh ? PageSource.FRESH : PageSource.STALE, Pages.age(cached, now), ledger);
        return Uni.createFrom().item(cached);
    }

    /** Whether its call went out after the operation began, which is as new as any that the operation makes. */
    private static boolean isSince(Snapshot<?> cached, Ledger ledger) {
        return cached.takenAt() - ledger.began() >= 0;
    }

    @Override
    public Uni<Snapshot<T>> fetchFresh(PageRequest page, Ledger ledger) {
        return shared(page, ledger).onFailure(Failure::isUpstreamDown).recoverWithUni(thrown -> {
            long now = cache.now();
            Snapshot<T> cached = ledger.bypassesCache() ? null : cached(page, now);
            if (cached == null || lifetime.at(PageCache.ageNanos(cached, now)) == Lifetime.Use.NONE) {
                return Uni.createFrom().failure(thrown);
            }
            used(cached, PageSource.STALE_IF_ERROR, Pages.age(cached, now), ledger);
            return Uni.createFrom().item(cached);
        });
    }

    /**
     * A failure that is the fault of the first one's own limits is no answer for the others: they ask again, each time
     * with one less of those who are at their limits.
     */
    private Uni<Snapshot<T>> shared(PageRequest page, Ledger ledger) {
        PageKey key = new PageKey(list, page);
        boolean[] isOwn = {false};
        Uni<Snapshot<?>> flight = pages.flights()
                .fly(new FlightKey(key, ledger.urgency(), cache.generation()), ledger.span(), span -> {
                    isOwn[0] = true;
                    return load(key, ledger.under(span));
                });
        return flight.map(CachedListPages::<T>cast)
                .invoke(snapshot ->
                        used(snapshot, isOwn[0] ? PageSource.CALL : PageSource.SHARED, Duration.ZERO, ledger))
                .onFailure(thrown -> !isOwn[0] && isOfTheFirst(thrown))
                .recoverWithUni(() -> shared(page, ledger));
    }

    private Uni<Snapshot<?>> load(PageKey key, Ledger ledger) {
        long goesOut = cache.now();
        int generation = cache.generation();
        return loader.load(key.page(), ledger)
                .map(page -> store(key, page, new Departure(goesOut, generation), ledger));
    }

    private Snapshot<?> store(PageKey key, Page<T> page, Departure departure, Ledger ledger) {
        Snapshot<T> snapshot = new Snapshot<>(key.page(), page, departure.at());
        if (isCaching(ledger) && departure.generation() == cache.generation()) {
            if (loader.isByFreeKey() && page.items().isEmpty()) {
                cache.putAbsent(key, snapshot);
            } else {
                cache.put(key, snapshot, loader.weight(page.items()));
            }
        }
        return snapshot;
    }

    /** In the trace of the operation that was served the older one, which does not wait for it. */
    private void revalidate(PageRequest page, TraceSpan cause) {
        PageKey key = new PageKey(list, page);
        FlightKey flight = new FlightKey(key, Urgency.BACKGROUND, cache.generation());
        if (pages.flights().isUnderWay(flight)) {
            return;
        }
        Ledger ledger = Ledger.admitted(OperationTerms.background(RENEWAL_DEADLINE));
        pages.flights()
                .fly(
                        flight,
                        cause,
                        span -> BackgroundWork.traced(span, "renew a page", ledger, mine -> load(key, mine)))
                .subscribe()
                .with(renewed -> pages.metrics().renewed(), thrown -> {
                    pages.metrics().notRenewed();
                    LOG.debugf(thrown, "A page of %s was not renewed", name);
                });
    }

    private void used(Snapshot<?> snapshot, PageSource from, Duration age, Ledger ledger) {
        pages.used(snapshot, name, from, age, ledger);
    }

    @SuppressWarnings("unchecked")
    private static <T> Snapshot<T> cast(Snapshot<?> snapshot) {
        return (Snapshot<T>) snapshot;
    }

    /**
     * When a call went out.
     *
     * @param at of the cache's clock
     * @param generation of the cache; what is answered to an earlier one is of no use any more
     */
    private record Departure(long at, int generation) {}

    private static boolean isOfTheFirst(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.LIMIT_EXCEEDED;
    }
}
