package dev.meishi.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.reset.UpstreamReset;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link LookupLists} whose calls are their own: who pays for them, who waits, and when they are made again. */
class OwnCallsTest {

    private static final Duration FRESH = Duration.ofHours(6);
    private static final int MOST = 3;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - FRESH.toNanos());
    private final LookupCache cache = CachedPages.lookups(3_500, now::get);
    private final List<UniEmitter<? super Names>> calls = new ArrayList<>();
    private final List<Ledger> payers = new ArrayList<>();
    private @Nullable Names atOnce;
    private final LookupLists<Key, Names> lists = new LookupLists<>(
            cache,
            new LookupTerms<>(
                    "names",
                    FRESH,
                    Duration.ofHours(1),
                    list -> 100,
                    failure -> failure.code() == ErrorCode.UPSTREAM_FORBIDDEN,
                    new OwnCalls(MOST, "meishi.most")),
            CachedPages.metrics());

    private record Key(String domainId) {}

    private record Names(Set<String> ids) {}

    /** Wants one of the ids. */
    private final class Wish implements Wanted<Names> {

        private final @Nullable String id;

        Wish(@Nullable String id) {
            this.id = id;
        }

        @Override
        public Uni<Names> fetch(Ledger ledger) {
            payers.add(ledger);
            Names list = atOnce;
            return list == null
                    ? Uni.createFrom().emitter(calls::add)
                    : Uni.createFrom().item(list);
        }

        @Override
        public boolean isIn(Names list, Duration age) {
            return id == null || list.ids().contains(id);
        }
    }

    @Test
    void noOperationPaysForThemAndTheyHaveALimitOfTheirOwn() {
        Ledger ledger = interactive(Duration.ofSeconds(30));
        UniAssertSubscriber<Names> asked = ask(null, ledger);
        Ledger payer = payers.get(0);

        assertThat(payer).isNotSameAs(ledger);
        assertThat(payer.budget().allowed()).isEqualTo(MOST);
        assertThat(payer.urgency()).isEqualTo(Urgency.BACKGROUND);
        assertThat(payer.patience()).isGreaterThan(Duration.ofMinutes(10));
        calls.get(0).complete(list("a"));
        assertThat(asked.awaitItem().getItem().ids()).containsExactly("a");
        assertThat(from(ledger)).containsExactly(PageSource.CALL);
    }

    @Test
    void whoLooksAtAScreenAndAnExportShareThem() {
        Ledger person = interactive(Duration.ofSeconds(30));
        UniAssertSubscriber<Names> export = ask(null, Ledger.admitted(OperationTerms.uncached(FRESH), now::get));
        UniAssertSubscriber<Names> asked = ask(null, person);
        calls.get(0).complete(list("a"));

        assertThat(export.awaitItem().getItem()).isSameAs(asked.awaitItem().getItem());
        assertThat(calls).hasSize(1);
        assertThat(from(person)).containsExactly(PageSource.SHARED);
    }

    @Test
    void whoHasNoTimeIsToldAndTheCallsGoOnForTheNext() {
        UniAssertSubscriber<Names> hurried = ask(null, interactive(Duration.ofMillis(100)));

        Failure failure = (Failure) hurried.awaitFailure().getFailure();
        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
        assertThat(failure).hasMessageContaining("list of names").hasMessageContaining("up to 3 calls");
        assertThat(failure.retryAfter()).isPositive();
        UniAssertSubscriber<Names> gone = ask(null, interactive(Duration.ofSeconds(30)));
        gone.cancel();
        calls.get(0).complete(list("a"));
        assertThat(ask(null, interactive(Duration.ofMillis(1)))
                        .awaitItem()
                        .getItem()
                        .ids())
                .containsExactly("a");
        assertThat(calls).hasSize(1);
    }

    @Test
    void aFreshListThatLacksAnIdIsServedWhereANewOneIsNotThereSoon() {
        UniAssertSubscriber<Names> first = ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).complete(list("a"));
        Names list = first.awaitItem().getItem();

        Ledger ledger = interactive(Duration.ofMillis(100));
        assertThat(ask("b", ledger).awaitItem().getItem()).isSameAs(list);
        assertThat(calls).hasSize(2);
        assertThat(from(ledger)).containsExactly(PageSource.STALE_IF_ERROR);
        calls.get(1).complete(list("a", "b"));
        assertThat(ask("b", interactive(Duration.ofMillis(1))).awaitItem().getItem())
                .isNotSameAs(list);
    }

    @Test
    void aListThatTakesMoreCallsIsRefusedWithTheSettingWhileOneWouldBeFresh() {
        UniAssertSubscriber<Names> first = ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).fail(new Failure(ErrorCode.LIMIT_EXCEEDED, "all calls are made"));

        Failure failure = (Failure) first.awaitFailure().getFailure();
        assertThat(failure.code()).isEqualTo(ErrorCode.FEATURE_DISABLED);
        assertThat(failure).hasMessageContaining("more than the 3 calls").hasMessageContaining("Set meishi.most");
        now.addAndGet(FRESH.minusNanos(1).toNanos());
        ask(null, interactive(Duration.ofSeconds(30))).awaitFailure();
        ask(null, bypassing()).awaitFailure();
        assertThat(calls).hasSize(1);
        now.incrementAndGet();
        ask(null, interactive(Duration.ofSeconds(30)));
        assertThat(calls).hasSize(2);
    }

    @Test
    void whoWantsNothingCachedGetsANewListOnceAMinute() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).complete(list("a"));
        now.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
        assertThat(ask(null, bypassing()).awaitItem().getItem().ids()).containsExactly("a");
        now.incrementAndGet();
        UniAssertSubscriber<Names> asked = ask(null, bypassing());
        calls.get(1).complete(list("b"));
        assertThat(asked.awaitItem().getItem().ids()).containsExactly("b");
    }

    @Test
    void aListInUseIsRenewedBeforeItIsOldAndNobodyWaits() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).complete(list("a"));
        now.addAndGet(FRESH.toNanos() / 10 * 8 - 1);
        ask(null, interactive(Duration.ofSeconds(30))).awaitItem();
        assertThat(calls).hasSize(1);
        now.incrementAndGet();
        assertThat(ask(null, interactive(Duration.ofSeconds(30)))
                        .awaitItem()
                        .getItem()
                        .ids())
                .containsExactly("a");
        ask(null, interactive(Duration.ofSeconds(30))).awaitItem();
        assertThat(calls).as("begun once").hasSize(2);
        calls.get(1).complete(list("b"));
        assertThat(ask(null, interactive(Duration.ofSeconds(30)))
                        .awaitItem()
                        .getItem()
                        .ids())
                .containsExactly("b");
    }

    /** A list in use would else be asked for by each next operation, while LINE WORKS is down. */
    @Test
    void aRenewalThatHasFailedIsNotBegunAgainForAMinute() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).complete(list("a"));
        now.addAndGet(FRESH.toNanos() / 10 * 8);
        ask(null, interactive(Duration.ofSeconds(30))).awaitItem();
        now.addAndGet(Duration.ofMinutes(5).toNanos()); // The calls take their time.
        calls.get(1).fail(down(null));

        for (Duration step : List.of(Duration.ZERO, Duration.ofMinutes(1).minusNanos(1))) {
            now.addAndGet(step.toNanos());
            Ledger ledger = interactive(Duration.ofSeconds(30));
            assertThat(ask(null, ledger).awaitItem().getItem().ids()).containsExactly("a");
            assertThat(from(ledger)).containsExactly(PageSource.FRESH);
        }
        assertThat(calls).hasSize(2);
        now.incrementAndGet();
        ask(null, interactive(Duration.ofSeconds(30))).awaitItem();
        assertThat(calls).as("begun again").hasSize(3);
        calls.get(2).complete(list("b"));
        assertThat(ask(null, interactive(Duration.ofSeconds(30)))
                        .awaitItem()
                        .getItem()
                        .ids())
                .containsExactly("b");
    }

    @Test
    void anOlderListIsServedAtOnceWhereItsCallsHaveFailedButNotToWhoWantsNothingCached() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).complete(list("a"));
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        UniAssertSubscriber<Names> lacking = ask("b", interactive(Duration.ofSeconds(30)));
        calls.get(1).fail(down(null));
        assertThat(lacking.awaitItem().getItem().ids()).containsExactly("a");

        Ledger ledger = interactive(Duration.ofHours(9));
        assertThat(ask("b", ledger).getItem().ids()).containsExactly("a");
        assertThat(from(ledger)).containsExactly(PageSource.STALE_IF_ERROR);
        assertThat(failure(ask(null, bypassing())).code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
        now.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
        assertThat(ask("b", interactive(Duration.ofHours(9))).getItem().ids()).containsExactly("a");
        assertThat(calls).hasSize(2);
        now.incrementAndGet();
        ask("b", interactive(Duration.ofSeconds(30)));
        assertThat(calls).hasSize(3);
    }

    @Test
    void whoHasNoListIsToldWhyAndWhenAndNoCallIsMadeForAMinute() {
        UniAssertSubscriber<Names> waiting = ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).fail(down(null));

        assertThat(failure(waiting).retryAfter()).isEqualTo(Duration.ofMinutes(1));
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        for (Ledger ledger : List.of(interactive(Duration.ofSeconds(30)), bypassing())) {
            Failure told = failure(ask(null, ledger));
            assertThat(told.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
            assertThat(told).hasMessage("down");
            assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        }
        assertThat(calls).hasSize(1);
        now.addAndGet(Duration.ofSeconds(40).toNanos());
        UniAssertSubscriber<Names> next = ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(1).complete(list("a"));
        assertThat(next.awaitItem().getItem().ids()).containsExactly("a");
    }

    @Test
    void whatLineWorksSaidToWaitIsCountedFromThenWhereItIsLonger() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).fail(down(Duration.ofSeconds(90)));
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(failure(ask(null, interactive(Duration.ofSeconds(30)))).retryAfter())
                .isEqualTo(Duration.ofSeconds(70));

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(1).fail(down(Duration.ofSeconds(5)));
        assertThat(failure(ask(null, interactive(Duration.ofSeconds(30)))).retryAfter())
                .isEqualTo(Duration.ofMinutes(1));
    }

    /** To wait is no help there. */
    @Test
    void whatCannotSucceedLaterHasNoTimeToComeBack() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).fail(new Failure(ErrorCode.UPSTREAM_UNAUTHORIZED, "the key is wrong"));

        Failure told = failure(ask(null, interactive(Duration.ofSeconds(30))));
        assertThat(told.code()).isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        assertThat(told.retryAfter()).isNull();
        assertThat(calls).hasSize(1);
    }

    @Test
    void aListIsNotRefusedForTheFailureOfAnother() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).fail(down(null));

        lists.get(new Key("2"), new Wish(null), interactive(Duration.ofSeconds(30)))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        assertThat(calls).hasSize(2);
    }

    @Test
    void aResetForgetsWhatHasFailedBeforeItAndFailsAfterIt() {
        ask(null, interactive(Duration.ofSeconds(30)));
        calls.get(0).fail(down(null));
        assertThat(cache.bytes()).isEqualTo(LookupEntry.ENTRY_BYTES);
        cache.forget(UpstreamReset.ALL);
        assertThat(cache.bytes()).isZero();

        ask(null, interactive(Duration.ofSeconds(30)));
        assertThat(calls).hasSize(2);
        cache.forget(UpstreamReset.CONTENT);
        calls.get(1).fail(down(null));
        ask(null, interactive(Duration.ofSeconds(30)));
        assertThat(calls).hasSize(3);
    }

    @Test
    void callsThatEndBeforeAnybodyWaitsAreMadeOnce() {
        atOnce = list("a");

        assertThat(ask(null, interactive(Duration.ofSeconds(30)))
                        .awaitItem()
                        .getItem()
                        .ids())
                .containsExactly("a");
        assertThat(payers).hasSize(1);
    }

    @Test
    void aResetBeginsCallsOfItsOwn() {
        ask(null, interactive(Duration.ofSeconds(30)));
        cache.forget(UpstreamReset.ALL);
        UniAssertSubscriber<Names> after = ask(null, interactive(Duration.ofSeconds(30)));

        assertThat(calls).hasSize(2);
        calls.get(0).complete(list("before"));
        after.assertNotTerminated();
        calls.get(1).complete(list("after"));
        assertThat(after.awaitItem().getItem().ids()).containsExactly("after");
    }

    @Test
    void anOperationWaitsForHalfOfItsTimeAndLessWhereAnOlderListWillDo() {
        OwnCalls own = new OwnCalls(MOST, "meishi.most");
        Ledger ledger = interactive(Duration.ofSeconds(30));

        assertThat(own.longestWait(ledger, false)).isEqualTo(Duration.ofSeconds(15));
        assertThat(own.longestWait(ledger, true)).isEqualTo(Duration.ofSeconds(2));
        assertThat(own.longestWait(interactive(Duration.ofSeconds(3)), true)).isEqualTo(Duration.ofMillis(1_500));
        now.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(own.longestWait(ledger, false)).isEqualTo(Duration.ofMillis(1));
    }

    private static Failure down(@Nullable Duration retryAfter) {
        return new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down", null, retryAfter, null);
    }

    private static Failure failure(UniAssertSubscriber<Names> failed) {
        return (Failure) failed.awaitFailure().getFailure();
    }

    private static Names list(String... ids) {
        return new Names(Set.of(ids));
    }

    private UniAssertSubscriber<Names> ask(@Nullable String id, Ledger ledger) {
        return lists.get(new Key("1"), new Wish(id), ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Ledger interactive(Duration patience) {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, patience, 9, false), now::get);
    }

    private Ledger bypassing() {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), 9, true), now::get);
    }

    private static List<PageSource> from(Ledger ledger) {
        return ledger.summary().pages().stream().map(PageUse::from).toList();
    }
}
