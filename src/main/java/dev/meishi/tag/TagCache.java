package dev.meishi.tag;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import dev.meishi.pages.PageMetrics;
import dev.meishi.pages.PagesConfig;
import dev.meishi.pages.SingleFlight;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The tags of domains, cached: one call for all who want them at the same time, a failure is not cached. Calls under way
 * are not in the cache, which would give all of them the failure of the first, and goes on when everybody has left.
 */
@Singleton
class TagCache {

    private final LineWorks lineWorks;
    private final PageMetrics metrics;
    private final CaffeineCache cache;
    private final Duration fresh;
    private final Duration staleIfError;
    private final SingleFlight<Flight, Index> flights = new SingleFlight<>(index -> false);
    private volatile int generation;

    TagCache(
            LineWorks lineWorks,
            @CacheName("tags") Cache cache,
            TagsConfig config,
            PagesConfig pages,
            PageMetrics metrics) {
        this.lineWorks = lineWorks;
        this.metrics = metrics;
        this.cache = cache.as(CaffeineCache.class);
        fresh = config.maxAge();
        staleIfError = fresh.compareTo(pages.staleIfError()) > 0 ? fresh : pages.staleIfError();
        this.cache.setExpireAfterWrite(staleIfError);
    }

    /**
     * The tags of a domain.
     *
     * @param version of this list of them, and of no other
     * @param byId in the vendor's order
     * @param takenAt {@link System#nanoTime()} when the call for them went out
     */
    record Index(Object version, Map<Text, Tag> byId, long takenAt) {

        static final Index NONE = new Index(new Object(), Map.of(), 0);

        static Index of(List<UpstreamTag> sent, String domainId, long takenAt) {
            Map<Text, Tag> tags = new LinkedHashMap<>();
            for (UpstreamTag each : sent) {
                String id = each.id();
                if (id != null && !id.isEmpty()) {
                    Tag tag = Tag.from(each, id, domainId);
                    tags.put(tag.tagResourceId(), tag);
                }
            }
            return new Index(new Object(), tags, takenAt);
        }

        private Duration age() {
            return Duration.ofNanos(Math.max(0, System.nanoTime() - takenAt));
        }
    }

    /**
     * What tags are cached under.
     *
     * @param view whose view of the domain it is
     * @param generation what was asked for before all was forgotten is found by nobody
     */
    private record Key(View view, String domainId, int generation) {}

    /** Who looks at a screen does not wait for a call that gives way to everybody. */
    private record Flight(Key key, Urgency urgency) {}

    /** What a call failed for is the limits of who came first, and no answer for the others. */
    private static final class OwnLimits extends RuntimeException {
        OwnLimits(Throwable cause) {
            super(null, cause, false, false);
        }
    }

    /** Tags of another LINE WORKS, those under way included, are of no use any more. */
    synchronized void forget(@Observes UpstreamReset reset) {
        generation++;
        cache.invalidateAll().subscribe().with(done -> {});
    }

    /** Whether a domain's tags can be served without a call. */
    boolean isAtHand(String domainId, Ledger ledger) {
        return !bypassesCache(ledger) && fresh(key(domainId)) != null;
    }

    /** The tags of a domain: cached ones while they are fresh, else by a call, else cached ones if there are no others. */
    Uni<Index> get(String domainId, Ledger ledger) {
        Key key = key(domainId);
        Index cached = fresh(key);
        if (cached != null && (!bypassesCache(ledger) || cached.takenAt() - ledger.began() >= 0)) {
            used(cached, PageSource.FRESH, ledger);
            return Uni.createFrom().item(cached);
        }
        return shared(key, ledger).onFailure(Failure::isUpstreamDown).recoverWithUni(thrown -> {
            Index old = bypassesCache(ledger) ? null : cached(key);
            if (old == null || old.age().compareTo(staleIfError) >= 0) {
                return Uni.createFrom().failure(thrown);
            }
            used(old, PageSource.STALE_IF_ERROR, ledger);
            return Uni.createFrom().item(old);
        });
    }

    /** An export names the tags of thousands of contacts, and asks for them no more often than other operations. */
    private static boolean bypassesCache(Ledger ledger) {
        return ledger.bypassesCache() && !ledger.isUncached();
    }

    private Key key(String domainId) {
        return new Key(lineWorks.view(), domainId, generation);
    }

    private @Nullable Index cached(Key key) {
        CompletableFuture<Index> found = staleIfError.isZero() ? null : cache.getIfPresent(key);
        return found == null ? null : found.getNow(null);
    }

    private @Nullable Index fresh(Key key) {
        Index cached = cached(key);
        return cached == null || cached.age().compareTo(fresh) >= 0 ? null : cached;
    }

    private Uni<Index> shared(Key key, Ledger ledger) {
        boolean[] isOwn = {false};
        return flights.fly(new Flight(key, ledger.urgency()), () -> {
                    isOwn[0] = true;
                    return load(key, ledger);
                })
                .invoke(index -> used(index, isOwn[0] ? PageSource.CALL : PageSource.SHARED, ledger))
                .onFailure(OwnLimits.class)
                .recoverWithUni(limits -> isOwn[0] ? Uni.createFrom().failure(limits.getCause()) : shared(key, ledger));
    }

    private Uni<Index> load(Key key, Ledger ledger) {
        long goesOut = System.nanoTime();
        return lineWorks
                .tags(key.domainId(), ledger)
                .map(tags -> Index.of(tags, key.domainId(), goesOut))
                .invoke(index -> put(key, index))
                .onFailure(thrown -> isOfTheFirst(thrown, ledger))
                .transform(OwnLimits::new);
    }

    /** Unless nothing is to be cached. */
    private void put(Key key, Index index) {
        if (!staleIfError.isZero()) {
            putNewer(key, index);
        }
    }

    /** Unless tags are there whose call went out later. */
    private synchronized void putNewer(Key key, Index index) {
        Index cached = cached(key);
        if (key.generation() == generation && (cached == null || cached.takenAt() - index.takenAt() < 0)) {
            cache.put(key, CompletableFuture.completedFuture(index));
        }
    }

    private static boolean isOfTheFirst(Throwable thrown, Ledger first) {
        return first.patience().isNegative()
                || (thrown instanceof Failure failure && failure.code() == ErrorCode.LIMIT_EXCEEDED);
    }

    private void used(Index index, PageSource from, Ledger ledger) {
        metrics.used(from);
        boolean isNew = from == PageSource.CALL || from == PageSource.SHARED;
        ledger.usage().lookedUp(new PageUse("tags", 0, 1, from, isNew ? Duration.ZERO : index.age()));
    }
}
