package dev.meishi.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.ledger.UsageReport;
import dev.meishi.memory.Share;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Pages}: how old a page may be for what, who shares what with whom, and how much is kept. */
class PagesTest {

    private static final PageRequest FIRST = new PageRequest(1, 2);

    private final AtomicLong now =
            new AtomicLong(System.nanoTime() - Duration.ofDays(1).toNanos());
    private final List<UniEmitter<? super Page<String>>> calls = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private PageCache cache;

    private final Pages pages = pages(1_000_000);

    @Test
    void aFreshPageIsServedWithoutACall() {
        load("a");
        pass(Duration.ofSeconds(29));

        Ledger ledger = interactive();
        assertThat(get("list", ledger).assertCompleted().getItem().items()).containsExactly("a", "a");
        assertThat(calls).hasSize(1);
        assertThat(ledger.usage().age().orElseThrow()).isEqualTo(new UsageReport.Age(Duration.ofSeconds(29), false));
    }

    @Test
    void aStalePageIsServedAndRenewedOnce() {
        load("a");
        pass(Duration.ofSeconds(31));

        for (int i = 0; i < 10; i++) {
            Ledger ledger = interactive();
            assertThat(get("list", ledger).assertCompleted().getItem().items()).containsExactly("a", "a");
            assertThat(ledger.usage().age().orElseThrow().isStale()).isTrue();
        }
        assertThat(calls).hasSize(2);
        calls.get(1).complete(page("b"));

        Ledger ledger = interactive();
        assertThat(get("list", ledger).getItem().items()).containsExactly("b", "b");
        assertThat(ledger.usage().age().orElseThrow()).isEqualTo(new UsageReport.Age(Duration.ZERO, false));
    }

    @Test
    void aRenewalThatFailsLeavesThePageAsItIs() {
        load("a");
        pass(Duration.ofSeconds(31));
        get("list", interactive()).assertCompleted();

        calls.get(1).fail(new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down"));

        assertThat(get("list", interactive()).getItem().items()).containsExactly("a", "a");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UPSTREAM_UNAVAILABLE",
                "UPSTREAM_TIMEOUT",
                "UPSTREAM_INVALID",
                "UPSTREAM_RATE_LIMITED",
                "OVERLOADED"
            })
    void anOldPageIsServedIfThereIsNoNewOne(ErrorCode code) {
        load("a");
        pass(Duration.ofMinutes(30));

        Ledger ledger = interactive();
        UniAssertSubscriber<Snapshot<String>> waiter = get("list", ledger);
        waiter.assertNotTerminated();
        calls.get(1).fail(new Failure(code, "down"));

        assertThat(waiter.assertCompleted().getItem().items()).containsExactly("a", "a");
        assertThat(ledger.usage().age().orElseThrow()).isEqualTo(new UsageReport.Age(Duration.ofMinutes(30), true));
    }

    @ParameterizedTest
    @EnumSource(names = {"UPSTREAM_UNAUTHORIZED", "UPSTREAM_FORBIDDEN", "NOT_FOUND", "UPSTREAM_REJECTED"})
    void whatIsRefusedIsNotServedFromBefore(ErrorCode code) {
        load("a");
        pass(Duration.ofMinutes(30));

        UniAssertSubscriber<Snapshot<String>> waiter = get("list", interactive());
        calls.get(1).fail(new Failure(code, "no"));

        waiter.assertFailedWith(Failure.class, "no");
    }

    @Test
    void aPageOlderThanAnHourIsGone() {
        load("a");
        pass(Duration.ofMinutes(61));

        UniAssertSubscriber<Snapshot<String>> waiter = get("list", interactive());
        calls.get(1).fail(new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down"));

        waiter.assertFailedWith(Failure.class, "down");
    }

    @Test
    void aFailureIsNotKept() {
        UniAssertSubscriber<Snapshot<String>> first = get("list", interactive());
        calls.get(0).fail(new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down"));
        first.assertFailedWith(Failure.class, "down");

        UniAssertSubscriber<Snapshot<String>> second = get("list", interactive());
        calls.get(1).complete(page("a"));
        assertThat(second.getItem().items()).containsExactly("a", "a");
    }

    @Test
    void whoWantsItFreshAsksAnewAndGetsNothingOldInItsPlace() {
        load("a");
        Ledger fresh = Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(5), 9, true));

        UniAssertSubscriber<Snapshot<String>> waiter = get("list", fresh);
        calls.get(1).fail(new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down"));

        waiter.assertFailedWith(Failure.class, "down");
        assertThat(of("list").cached(0, 10, fresh)).isEmpty();
        assertThat(of("list").cached(0, 10, interactive())).hasSize(1);
    }

    @Test
    void aHundredWhoWantTheSameShareACall() {
        List<Ledger> ledgers =
                IntStream.range(0, 100).mapToObj(i -> interactive()).toList();
        List<UniAssertSubscriber<Snapshot<String>>> waiters =
                ledgers.stream().map(ledger -> get("list", ledger)).toList();

        assertThat(calls).hasSize(1);
        calls.get(0).complete(page("a"));

        waiters.forEach(waiter -> assertThat(waiter.getItem().items()).containsExactly("a", "a"));
        assertThat(ledgers.stream()
                        .mapToInt(ledger -> ledger.summary().shared())
                        .sum())
                .isEqualTo(99);
    }

    @Test
    void listsShareNothing() {
        UniAssertSubscriber<Snapshot<String>> one = get("scope of one", interactive());
        UniAssertSubscriber<Snapshot<String>> other = get("scope of another", interactive());

        assertThat(calls).hasSize(2);
        calls.get(0).complete(page("a"));
        other.assertNotTerminated();
        calls.get(1).complete(page("b"));

        assertThat(one.getItem().items()).containsExactly("a", "a");
        assertThat(other.getItem().items()).containsExactly("b", "b");
        assertThat(get("scope of one", interactive()).getItem().items()).containsExactly("a", "a");
    }

    @Test
    void theFirstOnesOwnLimitIsNoAnswerForTheOthers() {
        UniAssertSubscriber<Snapshot<String>> first = get("list", interactive());
        UniAssertSubscriber<Snapshot<String>> second = get("list", interactive());

        calls.get(0).fail(new Failure(ErrorCode.LIMIT_EXCEEDED, "first has no calls left"));

        first.assertFailedWith(Failure.class, "first has no calls left");
        second.assertNotTerminated();
        calls.get(1).complete(page("a"));
        assertThat(second.getItem().items()).containsExactly("a", "a");
    }

    @Test
    void neitherAreTheLimitsOfWhoAskedAgainAnAnswerForTheOthers() {
        UniAssertSubscriber<Snapshot<String>> first = get("list", interactive());
        List<UniAssertSubscriber<Snapshot<String>>> others =
                List.of(get("list", interactive()), get("list", interactive()));

        calls.get(0).fail(new Failure(ErrorCode.LIMIT_EXCEEDED, "first has no calls left"));
        calls.get(1).fail(new Failure(ErrorCode.LIMIT_EXCEEDED, "another one has no calls left"));

        first.assertFailedWith(Failure.class, "first has no calls left");
        assertThat(calls).hasSize(3);
        calls.get(2).complete(page("a"));
        assertThat(others.stream().map(UniAssertSubscriber::getItem).filter(Objects::nonNull))
                .hasSize(1)
                .allSatisfy(found -> assertThat(found.items()).containsExactly("a", "a"));
    }

    /** Who takes a page changes by what others sort. */
    @Test
    void roomIsMadeWhileOthersTakePages() throws InterruptedException {
        pages(2_000_000);
        Snapshot<String> snapshot = new Snapshot<>(FIRST, List.of("a", "a"), true, null, now.get());
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger put = new AtomicInteger();
        Thread taker = new Thread(() -> {
            Random random = new Random(1);
            while (!isOver.get()) {
                now.incrementAndGet();
                cache.get(new PageKey("list " + (put.get() - random.nextInt(800)), FIRST), cache.now());
            }
        });
        taker.start();
        try {
            while (put.get() < 100_000) {
                cache.put(new PageKey("list " + put.incrementAndGet(), FIRST), snapshot, 2_000);
            }
        } finally {
            isOver.set(true);
            taker.join();
        }

        assertThat(cache.get(new PageKey("list 100000", FIRST), cache.now())).isEqualTo(snapshot);
    }

    /** An answer is as old as the moment at which its call went out. */
    @Test
    void aPageIsAsOldAsItsCall() {
        UniAssertSubscriber<Snapshot<String>> waiter = get("list", interactive());
        pass(Duration.ofSeconds(8));
        calls.get(0).complete(page("a"));
        waiter.assertCompleted();
        pass(Duration.ofSeconds(10));

        Ledger ledger = interactive();
        get("list", ledger).assertCompleted();

        assertThat(ledger.usage().age().orElseThrow().age()).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void ofTwoAnswersTheOneWhoseCallWentOutLaterIsCached() {
        UniAssertSubscriber<Snapshot<String>> earlier =
                get("list", Ledger.admitted(OperationTerms.background(Duration.ofMinutes(1))));
        pass(Duration.ofSeconds(3));
        UniAssertSubscriber<Snapshot<String>> later = get("list", interactive());

        calls.get(1).complete(page("new"));
        calls.get(0).complete(page("old"));
        earlier.assertCompleted();
        later.assertCompleted();

        assertThat(get("list", interactive()).getItem().items()).containsExactly("new", "new");
    }

    /** Whatever is asked for, in whatever order calls are answered: ages are told no smaller than they are. */
    @Test
    void noPageIsOlderThanItsAgeSays() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Pages some = pages(1_000_000);
            calls.clear();
            List<Long> wentOut = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                pass(Duration.ofSeconds(random.nextInt(60)));
                if (!calls.isEmpty() && random.nextBoolean()) {
                    int call = random.nextInt(calls.size());
                    calls.get(call).complete(page(String.valueOf(call)));
                    continue;
                }
                Ledger ledger = random.nextInt(3) == 0
                        ? Ledger.admitted(OperationTerms.background(Duration.ofMinutes(1)))
                        : interactive();
                UniAssertSubscriber<Snapshot<String>> waiter =
                        of(some, "list").get(FIRST, ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
                while (wentOut.size() < calls.size()) {
                    wentOut.add(now.get());
                }
                if (ledger.usage().age().isPresent()) {
                    Snapshot<String> served = Objects.requireNonNull(waiter.getItem());
                    long real = now.get()
                            - wentOut.get(Integer.parseInt(served.items().get(0)));
                    assertThat(ledger.usage().age().orElseThrow().age().toNanos())
                            .isGreaterThanOrEqualTo(real);
                }
            }
        }
    }

    @Test
    void inventedKeysTakeThePlaceOfEachOtherAndOfNoPage() {
        load("a");
        int asked = calls.size();
        for (int i = 0; i < 5_000; i++) {
            ofOne("invented " + i).get(FIRST, interactive()).subscribe().with(page -> {});
            calls.get(asked + i).complete(new Page<>(List.of(), false, 0));
        }

        assertThat(of("list").cached(0, 2, interactive())).hasSize(1);
        assertThat(cache.bytes()).isLessThanOrEqualTo(2_308 + 1_000 * (300 + 2 * "invented 4999".length()));
        assertThat(ofOne("invented 4999").cached(0, 2, interactive())).hasSize(1);
        assertThat(ofOne("invented 1").cached(0, 2, interactive())).isEmpty();

        pass(Duration.ofSeconds(31));
        assertThat(ofOne("invented 4999").cached(0, 2, interactive()))
                .as("short-lived")
                .isEmpty();
    }

    @Test
    void whoWantsNothingFromTheCacheIsServedWhatHisOwnOperationHasAskedFor() {
        load("a");
        pass(Duration.ofDays(2));
        Ledger ledger = Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(5), 9, true));
        now.set(System.nanoTime());
        get("list", ledger).assertNotTerminated();
        calls.get(1).complete(page("b"));

        assertThat(get("list", ledger).assertCompleted().getItem().items()).containsExactly("b", "b");
        assertThat(calls).hasSize(2);
    }

    @Test
    void someoneAtAScreenDoesNotWaitForWorkInTheBackground() {
        get("list", Ledger.admitted(OperationTerms.background(Duration.ofMinutes(1))))
                .assertNotTerminated();

        UniAssertSubscriber<Snapshot<String>> interactive = get("list", interactive());

        assertThat(calls).hasSize(2);
        calls.get(1).complete(page("a"));
        interactive.assertCompleted();
    }

    @Test
    void onlyAsMuchIsKeptAsThereIsMemoryFor() {
        Pages small = pages(10_000);
        for (int i = 0; i < 100; i++) {
            UniAssertSubscriber<Snapshot<String>> waiter = of(small, "list " + i)
                    .get(FIRST, interactive())
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create());
            calls.get(calls.size() - 1).complete(page("a"));
            waiter.assertCompleted();
        }
        long kept = IntStream.range(0, 100)
                .filter(i -> !of(small, "list " + i).cached(0, 2, interactive()).isEmpty())
                .count();

        assertThat(kept).isBetween(3L, 10_000L / 2_300);
        assertThat(of(small, "list 99").cached(0, 2, interactive())).hasSize(1);
    }

    @Test
    void whatIsInUseIsKeptAndWhatIsNewIsLetIn() {
        Pages small = pages(10_000);
        for (int i = 0; i < 100; i++) {
            of(small, "list " + i).get(FIRST, interactive()).subscribe().with(page -> {});
            calls.get(calls.size() - 1).complete(page("a"));
            pass(Duration.ofMillis(1));
            assertThat(of(small, "list 0").cached(0, 2, interactive())).hasSize(1);
            assertThat(of(small, "list " + i).cached(0, 2, interactive())).hasSize(1);
        }
    }

    @Test
    void aPageThatNeverFitsIsServedAndNotKept() {
        Pages tiny = pages(1_000);
        UniAssertSubscriber<Snapshot<String>> waiter =
                of(tiny, "list").get(FIRST, interactive()).subscribe().withSubscriber(UniAssertSubscriber.create());
        calls.get(0).complete(page("a"));

        waiter.assertCompleted();
        assertThat(of(tiny, "list").cached(0, 2, interactive())).isEmpty();
    }

    @Test
    void whatIsTooOldForAnythingIsForgotten() {
        load("a");
        assertThat(cache.bytes()).isEqualTo(2_300 + 2 * "list".length());
        pass(Duration.ofMinutes(61));

        cache.clean();

        assertThat(cache.bytes()).isZero();
        assertThat(cache.pages("list")).isEmpty();
    }

    @Test
    void pagesAtHandAreThoseWithTheRanksAskedFor() {
        load("a");

        assertThat(of("list").cached(0, 1, interactive())).hasSize(1);
        assertThat(of("list").cached(1, 9, interactive())).hasSize(1);
        assertThat(of("list").cached(2, 9, interactive())).isEmpty();
        assertThat(of("other").cached(0, 9, interactive())).isEmpty();
    }

    private void load(String item) {
        UniAssertSubscriber<Snapshot<String>> waiter = get("list", interactive());
        calls.get(calls.size() - 1).complete(page(item));
        waiter.assertCompleted();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Page<String> page(String item) {
        return new Page<>(List.of(item, item), true, null);
    }

    private static Ledger interactive() {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(5), 9, false));
    }

    private UniAssertSubscriber<Snapshot<String>> get(Object list, Ledger ledger) {
        return of(list).get(FIRST, ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private ListPages<String> of(Object list) {
        return of(pages, list);
    }

    private ListPages<String> ofOne(Object key) {
        return pages.of(key, "one", new PageLoader<>() {
            @Override
            public Uni<Page<String>> load(PageRequest page, Ledger ledger) {
                return Uni.createFrom().emitter(calls::add);
            }

            @Override
            public boolean isByFreeKey() {
                return true;
            }

            @Override
            public long weight(List<String> results) {
                return 1_000L * results.size();
            }
        });
    }

    private ListPages<String> of(Pages all, Object list) {
        return all.of(list, "list", new PageLoader<>() {
            @Override
            public Uni<Page<String>> load(PageRequest page, Ledger ledger) {
                return Uni.createFrom().emitter(calls::add);
            }

            @Override
            public long weight(List<String> results) {
                return 1_000L * results.size();
            }
        });
    }

    @Test
    void aListWeighsWhatItIsToldApartBy() {
        String searched = "x".repeat(10_000);
        UniAssertSubscriber<Snapshot<String>> waiter = get(searched, interactive());
        calls.get(0).complete(page("a"));
        waiter.assertCompleted();

        assertThat(cache.bytes()).isEqualTo(2_300 + 2L * searched.length());
    }

    private Pages pages(long bytes) {
        PagesConfig config = new PagesConfig() {
            @Override
            public Duration fresh() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Duration staleWhileRevalidate() {
                return Duration.ofMinutes(5);
            }

            @Override
            public Duration staleIfError() {
                return Duration.ofHours(1);
            }

            @Override
            public Share memory() {
                return Share.of(String.valueOf(bytes));
            }
        };
        cache = new PageCache(config, now::get);
        return new Pages(cache, new PageMetrics(new SimpleMeterRegistry()));
    }
}
