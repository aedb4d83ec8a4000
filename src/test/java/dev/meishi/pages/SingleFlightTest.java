package dev.meishi.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.tracing.Recorded;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** {@link SingleFlight}: one call for all who wait, whoever comes and goes. */
class SingleFlightTest {

    private static final int LARGE = 100;

    private final SingleFlight<String, Integer> flights = new SingleFlight<>(value -> value >= LARGE);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicReference<UniEmitter<? super Integer>> work = new AtomicReference<>();

    @Test
    void allWhoWaitGetTheOneResult() {
        List<UniAssertSubscriber<Integer>> waiters = waiters(100);

        work.get().complete(7);

        waiters.forEach(waiter -> waiter.assertCompleted().assertItem(7));
        assertThat(begun).hasValue(1);
    }

    @Test
    void aFailureGoesToAllWhoWaitAndIsForgotten() {
        List<UniAssertSubscriber<Integer>> waiters = waiters(3);

        work.get().fail(new IllegalStateException("once"));

        waiters.forEach(waiter -> waiter.assertFailedWith(IllegalStateException.class, "once"));
        UniAssertSubscriber<Integer> later = waiter();
        work.get().complete(8);
        later.assertItem(8);
        assertThat(begun).hasValue(2);
    }

    @Test
    void whoLeavesDoesNotDisturbTheOthers() {
        List<UniAssertSubscriber<Integer>> waiters = waiters(3);

        waiters.get(0).cancel();
        waiters.get(1).cancel();
        assertThat(cancelled).hasValue(0);
        work.get().complete(7);

        waiters.get(2).assertItem(7);
    }

    @Test
    void theLastToLeaveCancelsTheWork() {
        List<UniAssertSubscriber<Integer>> waiters = waiters(3);

        waiters.forEach(UniAssertSubscriber::cancel);

        assertThat(cancelled).hasValue(1);
        assertThat(flights.isUnderWay("key")).isFalse();
        UniAssertSubscriber<Integer> later = waiter();
        work.get().complete(8);
        later.assertItem(8);
    }

    @Test
    void whoJoinedMakesMuchOfALargeResultInATurnOfItsOwnLoop() throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            UniAssertSubscriber<Integer> first = waiter();
            Context loop = vertx.getOrCreateContext();
            List<String> seen = new CopyOnWriteArrayList<>();
            CountDownLatch joined = new CountDownLatch(1);
            CountDownLatch answered = new CountDownLatch(1);
            loop.runOnContext(turn -> {
                flights.fly("key", () -> Uni.createFrom().item(0)).subscribe().with(value -> {
                    seen.add(value + (loop.equals(Vertx.currentContext()) ? " here" : " elsewhere"));
                    answered.countDown();
                });
                joined.countDown();
            });
            assertThat(joined.await(10, TimeUnit.SECONDS)).isTrue();

            work.get().complete(LARGE);

            first.assertItem(LARGE);
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).containsExactly(LARGE + " here");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void whoJoinedLinksTheCallOfTheFirstEvenIfItLeavesBefore() {
        Recorded spans = new Recorded();
        TraceSpan first = spans.begin("first");
        TraceSpan second = spans.begin("second");
        TraceSpan impatient = spans.begin("impatient");
        Function<TraceSpan, Uni<Integer>> call = span -> {
            TraceSpan made = span.call("GET", Recorded.SERVER, null);
            return Uni.createFrom().<Integer>emitter(work::set).onTermination().invoke(made::end);
        };
        flights.fly("key", first, call).subscribe().with(value -> {});
        flights.fly("key", second, call).subscribe().with(value -> {});
        flights.fly("key", impatient, call).subscribe().with(value -> {}).cancel();

        work.get().complete(7);
        List.of(first, second, impatient).forEach(TraceSpan::end);

        assertThat(spans.names()).containsOnlyOnce("GET");
        assertThat(spans.links("first")).isEmpty();
        assertThat(spans.links("second")).containsExactly(spans.span("GET").getSpanContext());
        assertThat(spans.links("impatient")).containsExactly(spans.span("GET").getSpanContext());
    }

    @Test
    void differentKeysHaveNothingToDoWithEachOther() {
        UniAssertSubscriber<Integer> one = waiter();
        UniAssertSubscriber<Integer> other = flights.fly(
                        "other", () -> Uni.createFrom().item(9))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        other.assertItem(9);
        one.assertNotTerminated();
    }

    @Test
    void workThatThrowsFails() {
        flights.fly("key", () -> {
                    throw new IllegalStateException("at once");
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(IllegalStateException.class, "at once");

        assertThat(flights.isUnderWay("key")).isFalse();
    }

    /** Comers and leavers on many threads: everybody who stays gets an answer, and nothing is left under way. */
    @Test
    void nobodyIsForgottenInACrowd() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger stayed = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(8);
        for (int t = 0; t < 8; t++) {
            int seed = t;
            threads.execute(() -> {
                Random random = new Random(seed);
                for (int i = 0; i < 5_000; i++) {
                    boolean isLeaving = random.nextInt(3) == 0;
                    Cancellable waiter = flights.fly(
                                    "key" + random.nextInt(3),
                                    () -> Uni.createFrom().item(1).emitOn(threads))
                            .subscribe()
                            .with(one -> {
                                if (!isLeaving) {
                                    answered.incrementAndGet();
                                }
                            });
                    if (isLeaving) {
                        waiter.cancel();
                    } else {
                        stayed.incrementAndGet();
                    }
                }
                done.countDown();
            });
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).hasValue(stayed.get());
    }

    private List<UniAssertSubscriber<Integer>> waiters(int count) {
        List<UniAssertSubscriber<Integer>> waiters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waiters.add(waiter());
        }
        return waiters;
    }

    private UniAssertSubscriber<Integer> waiter() {
        return flights.fly(
                        "key",
                        () -> Uni.createFrom()
                                .<Integer>emitter(emitter -> {
                                    begun.incrementAndGet();
                                    work.set(emitter);
                                })
                                .onCancellation()
                                .invoke(cancelled::incrementAndGet))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
