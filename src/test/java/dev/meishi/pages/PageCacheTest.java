package dev.meishi.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link PageCache}: what is evicted, and when; what is let in; and that several threads may use it. */
class PageCacheTest {

    /** Of a page of which the cache is told that its results take none: the entry, and the name of its list. */
    private static final long ENTRY = 300 + 2L * "a".length();

    private static final long RESULTS = 1_000 - ENTRY;

    private final AtomicLong now = new AtomicLong();

    private final PageCache cache = cache(4_000);

    @Test
    void theLeastRecentlyAddedIsEvictedFirst() {
        put("a", "b", "c", "d");

        put("e");
        assertThat(cached()).containsExactly("b", "c", "d", "e");

        put("f", "g");
        assertThat(cached()).containsExactly("d", "e", "f", "g");
    }

    @Test
    void aUseMovesAPageBack() {
        put("a", "b", "c", "d");
        assertThat(get("a")).isNotNull();
        assertThat(get("c")).isNotNull();

        put("e");
        assertThat(isCached("b")).isFalse();
        put("f");
        assertThat(isCached("d")).isFalse();
        put("g");
        assertThat(cached()).containsExactly("c", "e", "f", "g");
    }

    @Test
    void theFirstTheLastAndTheOnlyPageMayBeUsedAnyNumberOfTimes() {
        put("a");
        assertThat(get("a")).isNotNull();
        put("b", "c");
        assertThat(get("c")).isNotNull();
        assertThat(get("c")).isNotNull();
        assertThat(get("a")).isNotNull();
        assertThat(get("a")).isNotNull();

        put("d", "e");

        assertThat(cached()).containsExactly("a", "c", "d", "e");
    }

    @Test
    void addingAPageAgainIsAUse() {
        put("a", "b", "c", "d");
        now.incrementAndGet();

        put("a");
        put("e");

        assertThat(cached()).containsExactly("a", "c", "d", "e");
        assertThat(cache.bytes()).isEqualTo(4_000);
    }

    /** Compared with a list that is kept in the order of use. */
    @Test
    void anyUsesLeaveTheMostRecentlyUsedInTheCache() {
        List<String> expected = new ArrayList<>();
        Random random = new Random(7);
        for (int step = 0; step < 20_000; step++) {
            String name = String.valueOf((char) ('a' + random.nextInt(9)));
            boolean isKnown = expected.remove(name);
            if (random.nextBoolean()) {
                put(name);
            } else if (isKnown) {
                assertThat(get(name)).isNotNull();
            } else {
                assertThat(get(name)).isNull();
                continue;
            }
            expected.add(name);
            if (expected.size() > 4) {
                expected.remove(0);
            }
            assertThat(cached()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aLargePageTakesThePlaceOfAsManyAsItNeeds() {
        put("a", "b", "c", "d");

        cache.put(key("e"), page(now.get()), 2_500 - ENTRY);

        assertThat(cached()).containsExactly("d", "e");
        assertThat(cache.bytes()).isEqualTo(3_500);
    }

    @Test
    void aPageLargerThanTheCacheIsNotCachedAndTakesNoOthersPlace() {
        put("a", "b", "c", "d");

        cache.put(key("e"), page(now.get()), 4_001 - ENTRY);
        assertThat(cached()).containsExactly("a", "b", "c", "d");

        cache.put(key("e"), page(now.get()), 4_000 - ENTRY);
        assertThat(cached()).containsExactly("e");
    }

    @Test
    void aPageThatIsReplacedBySuchALargeOneIsKept() {
        put("a");
        now.incrementAndGet();

        cache.put(key("a"), page(now.get()), 4_001 - ENTRY);

        assertThat(get("a")).isEqualTo(page(0));
    }

    @Test
    void itsWeightIsNeverOverTheBound() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            PageKey key = key("list " + random.nextInt(50));
            now.addAndGet(random.nextInt(1_000_000_000));
            switch (random.nextInt(4)) {
                case 0 -> cache.putAbsent(key, nothing(now.get()));
                case 1 -> cache.get(key, cache.now());
                default -> cache.put(key, page(now.get()), random.nextInt(5_000));
            }
            assertThat(cache.bytes()).isBetween(0L, 4_000L);
        }
        cache.clear();
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void anOlderPageDoesNotReplaceANewerOne() {
        now.set(10);
        cache.put(key("a"), page(10), RESULTS);

        cache.put(key("a"), page(9), RESULTS);
        assertThat(get("a")).isEqualTo(page(10));

        cache.put(key("a"), page(11), RESULTS);
        assertThat(get("a")).isEqualTo(page(11));
        assertThat(cache.bytes()).isEqualTo(1_000);
        assertThat(cache.pages("a")).hasSize(1);
    }

    @Test
    void timesMayOverflow() {
        now.set(Long.MIN_VALUE + 5);
        cache.put(key("a"), page(Long.MAX_VALUE - 5), RESULTS);

        cache.put(key("a"), page(Long.MIN_VALUE + 5), RESULTS);

        assertThat(get("a")).isEqualTo(page(Long.MIN_VALUE + 5));
    }

    @Test
    void whatHasExpiredIsNotServed() {
        put("a");
        pass(Duration.ofHours(1).minusNanos(1));
        assertThat(get("a")).isNotNull();

        pass(Duration.ofNanos(1));
        assertThat(get("a")).isNull();
    }

    @Test
    void whatHasExpiredIsForgottenWithinAMinuteOfTheNextPage() {
        put("a", "b");
        pass(Duration.ofHours(1));

        put("c");

        assertThat(cached()).containsExactly("c");
        assertThat(cache.bytes()).isEqualTo(1_000);
    }

    /** In the minute between two such looks, too, it goes when its turn comes. */
    @Test
    void whatHasExpiredGoesWhenRoomIsMade() {
        put("a", "b", "c");
        pass(Duration.ofHours(1).minusSeconds(1));
        cache.clean();
        pass(Duration.ofSeconds(1));

        put("d");

        assertThat(cached()).containsExactly("d");
    }

    @Test
    void freshPagesOfListsAreFoundAndNotCountedAsUsed() {
        put("a", "b", "c", "d");

        assertThat(cache.fresh(list -> list.equals("a") || list.equals("b"))).hasSize(2);
        put("e");
        assertThat(isCached("a")).isFalse();

        pass(Duration.ofSeconds(30));
        assertThat(cache.fresh(list -> true)).isEmpty();
    }

    @Test
    void thePagesOfAListAreThoseThatAreCached() {
        PageCache large = cache(10_000);
        large.put(new PageKey("a", new PageRequest(1, 2)), page(0), RESULTS);
        large.put(new PageKey("a", new PageRequest(2, 2)), page(0), RESULTS);
        large.put(new PageKey("b", new PageRequest(3, 2)), page(0), 9_000 - ENTRY);

        assertThat(large.pages("a")).containsExactly(new PageRequest(2, 2));
        assertThat(large.pages("b")).containsExactly(new PageRequest(3, 2));
        assertThat(large.pages("c")).isEmpty();
    }

    @Test
    void absentKeysAreRememberedForAsLongAsTheyAreFresh() {
        cache.putAbsent(key("a"), nothing(now.get()));
        assertThat(get("a")).isEqualTo(nothing(0));

        pass(Duration.ofSeconds(30));
        assertThat(get("a")).isNull();
    }

    @Test
    void absentKeysTakeThePlaceOfEachOther() {
        PageCache large = cache(10_000_000);
        large.put(key("a"), page(0), RESULTS);
        for (int i = 0; i < 3_000; i++) {
            large.putAbsent(key("absent " + i), nothing(0));
        }

        assertThat(large.get(key("a"), large.now())).isNotNull();
        assertThat(large.get(key("absent 1999"), large.now())).isNull();
        assertThat(large.get(key("absent 2000"), large.now())).isNotNull();
    }

    /** Somebody has added the contact in the meantime. */
    @Test
    void aPageUnderAKeyThatWasAbsentStays() {
        PageCache large = cache(10_000_000);
        large.putAbsent(key("a"), nothing(0));
        large.put(key("a"), page(1), RESULTS);
        for (int i = 0; i < 3_000; i++) {
            large.putAbsent(key("absent " + i), nothing(0));
        }

        assertThat(large.get(key("a"), large.now())).isEqualTo(page(1));
    }

    @Test
    void nothingIsCachedWhereNothingIsToBeCached() {
        PageCache none = new PageCache(CachedPages.config(Duration.ZERO, Duration.ZERO, "4000"), now::get);

        none.put(key("a"), page(0), RESULTS);
        none.putAbsent(key("b"), nothing(0));

        assertThat(none.bytes()).isZero();
    }

    @Test
    void clearingForgetsEverythingAndBeginsAnotherGeneration() {
        put("a", "b");
        cache.putAbsent(key("c"), nothing(0));
        int generation = cache.generation();

        cache.clear();

        assertThat(cache.generation()).isEqualTo(generation + 1);
        assertThat(cache.bytes()).isZero();
        assertThat(cache.fresh(list -> true)).isEmpty();
        assertThat(Stream.of("a", "b", "c"))
                .allSatisfy(name -> assertThat(cache.pages(name)).isEmpty());
        put("d", "e", "f", "g", "h");
        assertThat(cached()).containsExactly("e", "f", "g", "h");
    }

    @Test
    void severalThreadsMayUseIt() throws Exception {
        PageCache shared = cache(20_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Void>> work = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                work.add(threads.submit(uses(shared, new Random(thread))));
            }
            for (Future<Void> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        long counted = IntStream.range(0, 100)
                .mapToObj(PageCacheTest::numbered)
                .filter(key -> shared.get(key, shared.now()) != null)
                .count();
        assertThat(shared.bytes()).isEqualTo(counted * 1_000);
        assertThat(counted).isEqualTo(20);
        for (int i = 100; i < 120; i++) {
            shared.put(numbered(i), page(now.get()), 1_000 - weight(numbered(i)));
        }
        assertThat(IntStream.range(0, 120).filter(i -> shared.get(numbered(i), shared.now()) != null))
                .as("the order has all entries, and each once")
                .containsExactlyElementsOf(IntStream.range(100, 120).boxed().toList());
    }

    private Callable<Void> uses(PageCache shared, Random random) {
        return () -> {
            for (int i = 0; i < 50_000; i++) {
                PageKey key = numbered(random.nextInt(100));
                if (random.nextInt(3) == 0) {
                    shared.put(key, page(now.get()), 1_000 - weight(key));
                } else {
                    Snapshot<?> found = shared.get(key, shared.now());
                    assertThat(found == null || found.items().equals(List.of("x")))
                            .isTrue();
                }
                assertThat(shared.bytes()).isLessThanOrEqualTo(20_000);
            }
            return null;
        };
    }

    private static PageKey numbered(int number) {
        return key("list " + number);
    }

    private static long weight(PageKey key) {
        return 300 + 2L * key.list().toString().length();
    }

    private void put(String... names) {
        for (String name : names) {
            cache.put(key(name), page(now.get()), RESULTS);
        }
    }

    private @Nullable Snapshot<?> get(String name) {
        return cache.get(key(name), cache.now());
    }

    private boolean isCached(String name) {
        return !cache.pages(name).isEmpty();
    }

    /** Without a use. */
    private List<String> cached() {
        return IntStream.rangeClosed('a', 'z')
                .mapToObj(letter -> String.valueOf((char) letter))
                .filter(this::isCached)
                .toList();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static PageKey key(String list) {
        return new PageKey(list, new PageRequest(1, 2));
    }

    private static Snapshot<String> page(long takenAt) {
        return new Snapshot<>(new PageRequest(1, 2), List.of("x"), false, null, takenAt);
    }

    private static Snapshot<String> nothing(long takenAt) {
        return new Snapshot<>(new PageRequest(1, 2), List.of(), false, 0, takenAt);
    }

    private PageCache cache(long bytes) {
        return new PageCache(
                CachedPages.config(Duration.ofSeconds(30), Duration.ofHours(1), String.valueOf(bytes)), now::get);
    }
}
