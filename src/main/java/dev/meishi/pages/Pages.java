package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.reset.UpstreamReset;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Gives the pages of lists: cached ones while they are good, new ones by one call for all who want the same. */
@Singleton
public class Pages {

    private final PageCache cache;
    private final PageMetrics metrics;
    private final SingleFlight<FlightKey, Snapshot<?>> flights = new SingleFlight<>(Snapshot::isLarge);

    Pages(PageCache cache, PageMetrics metrics) {
        this.cache = cache;
        this.metrics = metrics;
    }

    /** Who looks at a screen does not wait for work that gives way to everybody. */
    record FlightKey(PageKey key, Urgency urgency, int generation) {}

    /** Pages of another LINE WORKS, those under way included, are of no use any more. */
    void forget(@Observes UpstreamReset reset) {
        clear();
    }

    /**
     * The pages of a list.
     *
     * @param <T> kind of result
     * @param list everything that decides what is on the list, in which order, by whose credential it is asked for and
     *     for whose eyes it is: pages are shared by all who come with an equal one
     * @param name of the list in a plan that a caller asks to see
     * @param loader where pages come from
     * @return its pages
     */
    public <T> ListPages<T> of(Object list, String name, PageLoader<T> loader) {
        return new CachedListPages<>(this, list, name, loader);
    }

    /** Forgets all pages; calls under way go on, and their results are not cached. */
    public void clear() {
        cache.clear();
    }

    /**
     * Pages of any lists that are fresh, to look something up in; none counts as used by that.
     *
     * @param isWanted says of what {@link #of} was given as a list whether its pages may serve
     * @return in no order
     */
    public List<Snapshot<?>> fresh(Predicate<Object> isWanted) {
        return cache.fresh(isWanted);
    }

    /**
     * A result was taken from a page that {@link #fresh} gave.
     *
     * @param snapshot the page
     * @param name of its list in a plan
     * @param ledger of the operation
     */
    public void used(Snapshot<?> snapshot, String name, Ledger ledger) {
        used(snapshot, name, PageSource.FRESH, age(snapshot, cache.now()), ledger);
    }

    void used(Snapshot<?> snapshot, String name, PageSource from, Duration age, Ledger ledger) {
        metrics.used(from);
        PageRequest page = snapshot.page();
        ledger.usage().used(new PageUse(name, page.position(), page.size(), from, age));
    }

    static Duration age(Snapshot<?> snapshot, long now) {
        return Duration.ofNanos(PageCache.ageNanos(snapshot, now));
    }

    PageCache cache() {
        return cache;
    }

    PageMetrics metrics() {
        return metrics;
    }

    SingleFlight<FlightKey, Snapshot<?>> flights() {
        return flights;
    }
}
