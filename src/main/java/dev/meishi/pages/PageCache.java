package dev.meishi.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.meishi.connection.Snapshot;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps pages by the memory they take, and knows how old one may be for what. */
@ApplicationScoped
@RegisterForReflection(
        classNames = {PageCache.BOUNDED_BY_WEIGHT_AND_AGE, PageCache.ITS_ENTRY, PageCache.BOUNDED_BY_NUMBER_AND_USE, PageCache.THAT_ENTRY})
class PageCache {

    /** Caffeine's implementations, found by their names; Quarkus prepares only others for the native binary. */
    static final String BOUNDED_BY_WEIGHT_AND_AGE = "com.github.benmanes.caffeine.cache.SSMWW";

    static final String ITS_ENTRY = "com.github.benmanes.caffeine.cache.PSWMW";
    static final String BOUNDED_BY_NUMBER_AND_USE = "com.github.benmanes.caffeine.cache.SSMSA";
    static final String THAT_ENTRY = "com.github.benmanes.caffeine.cache.PSAMS";

    /** Heap of an entry beside its results. */
    private static final int ENTRY_BYTES = 300;

    /** Lists whose pages are remembered to be at hand; the pages of others are found no more and age away. */
    private static final int MOST_LISTS = 10_000;

    private final Cache<PageKey, Weighed> pages;
    private final Cache<Object, Shapes> shapes;
    private final long freshNanos;
    private final long servedNanos;
    private final long errorNanos;
    private final LongSupplier nanoTime;

    private record Weighed(Snapshot<?> snapshot, int bytes) {}

    /** What a page's age allows. */
    enum Use {
        AS_IT_IS,
        WHILE_A_NEW_ONE_IS_ASKED_FOR,
        IF_THERE_IS_NO_NEW_ONE,
        NONE
    }

    @Inject
    PageCache(PagesConfig config) {
        this(config, System::nanoTime);
    }

    PageCache(PagesConfig config, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        freshNanos = config.fresh().toNanos();
        servedNanos = freshNanos + config.staleWhileRevalidate().toNanos();
        errorNanos = Math.max(servedNanos, config.staleIfError().toNanos());
        pages = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((PageKey key, Weighed weighed) -> weighed.bytes())
                .expireAfterWrite(Duration.ofNanos(errorNanos))
                .executor(Runnable::run)
                .build();
        shapes = Caffeine.newBuilder()
                .maximumSize(MOST_LISTS)
                .expireAfterAccess(Duration.ofNanos(errorNanos))
                .executor(Runnable::run)
                .build();
    }

    boolean isKeeping() {
        return errorNanos > 0;
    }

    /** Keeps a page. */
    void put(PageKey key, Snapshot<?> snapshot, long bytes) {
        if (isKeeping()) {
            pages.put(key, new Weighed(snapshot, (int) Math.min(bytes + ENTRY_BYTES, Integer.MAX_VALUE)));
            shapes.asMap().merge(key.list(), Shapes.of(key.page()), Shapes::and);
        }
    }

    /** A kept page of whatever age. */
    @Nullable Snapshot<?> get(PageKey key) {
        Weighed weighed = pages.getIfPresent(key);
        return weighed == null ? null : weighed.snapshot();
    }

    /** Which pages of a list are, or lately were, kept. */
    Shapes shapes(Object list) {
        Shapes known = shapes.getIfPresent(list);
        return known == null ? Shapes.NONE : known;
    }

    long ageNanos(Snapshot<?> snapshot) {
        return Math.max(0, nanoTime.getAsLong() - snapshot.takenAt());
    }

    long now() {
        return nanoTime.getAsLong();
    }

    Use use(Snapshot<?> snapshot) {
        long age = ageNanos(snapshot);
        if (age < freshNanos) {
            return Use.AS_IT_IS;
        }
        if (age < servedNanos) {
            return Use.WHILE_A_NEW_ONE_IS_ASKED_FOR;
        }
        return age < errorNanos ? Use.IF_THERE_IS_NO_NEW_ONE : Use.NONE;
    }
}
