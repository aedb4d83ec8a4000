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
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which lists {@link LookupLists} serve to whom, by which calls, and where they say that they come from. */
class LookupListsTest {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration STALE_IF_ERROR = Duration.ofHours(1);
    private static final long LIST_BYTES = 1_000 - LookupEntry.ENTRY_BYTES;
    private static final int ROOM = 3_500;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - FRESH.toNanos());
    private final CaffeineCacheImpl stored = new CaffeineCacheImpl(new CaffeineCacheInfo(), false);
    private final LookupCache cache = new LookupCache(stored, ROOM, now::get);
    private final List<UniEmitter<? super Names>> calls = new ArrayList<>();
    private LookupLists<Key, Names> lists = lists(FRESH, STALE_IF_ERROR);
    private int made;

    private @Nullable Uni<Names> answer;

    private record Key(String domainId) {}

    /** A list, no two of which are the same one. */
    private record Names(Object version, Set<String> ids, long bytes) {

        Names(String... ids) {
            this(new Object(), Set.of(ids), LIST_BYTES);
        }
    }

    /** Wants one of the ids. */
    private final class Wish implements Wanted<Names> {

        private final @Nullable String id;

        Wish(@Nullable String id) {
            this.id = id;
        }

        @Override
        public Uni<Names> fetch(Ledger ledger) {
            made++;
            return answer == null ? Uni.createFrom().item(Names::new) : answer;
        }

        @Override
        public boolean isIn(Names list, Duration age) {
            return id == null || list.ids().contains(id);
        }

        @Override
        public Names cached(Names fetched, @Nullable Names before) {
            Set<String> more = id == null ? Set.of() : Set.of(id);
            String[] ids = Stream.of(fetched.ids(), more, before == null ? Set.<String>of() : before.ids())
                    .flatMap(Set::stream)
                    .distinct()
                    .toArray(String[]::new);
            return ids.length == 0 ? fetched : new Names(fetched.version(), Set.of(ids), fetched.bytes());
        }
    }

    @Test
    void aListIsFetchedOnceAndThenCached() {
        Ledger first = interactive();
        Ledger second = interactive();

        Names list = get(first);
        turn(Duration.ofSeconds(7));
        assertThat(get(second)).isSameAs(list);

        assertThat(made).isEqualTo(1);
        assertThat(first.summary().pages()).containsExactly(new PageUse("names", 0, 1, PageSource.CALL, Duration.ZERO));
        assertThat(second.summary().pages())
                .containsExactly(new PageUse("names", 0, 1, PageSource.FRESH, Duration.ofSeconds(7)));
    }

    @Test
    void aListIsFreshForSoLongAndNoLonger() {
        Names list = get(interactive());
        turn(FRESH.minusNanos(1));
        assertThat(get(interactive())).isSameAs(list);
        assertThat(isAtHand(interactive())).isTrue();

        turn(Duration.ofNanos(1));
        assertThat(isAtHand(interactive())).isFalse();
        assertThat(get(interactive())).isNotSameAs(list);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {
                "UPSTREAM_UNAVAILABLE",
                "UPSTREAM_TIMEOUT",
                "UPSTREAM_INVALID",
                "UPSTREAM_RATE_LIMITED",
                "OVERLOADED"
            })
    void whereLineWorksGivesNoneTheCachedOneIsServedButNotToWhoWantsNoneOfThem(ErrorCode down) {
        Names before = get(interactive());
        turn(STALE_IF_ERROR.minusNanos(1));
        fail(down);
        Ledger ledger = interactive();

        assertThat(get(ledger)).isSameAs(before);
        assertThat(from(ledger)).containsExactly(PageSource.STALE_IF_ERROR);
        assertThat(ledger.usage().age())
                .hasValueSatisfying(age -> assertThat(age.isStale()).isTrue());
        assertThat(code(ask(bypassing()))).isEqualTo(down);
        turn(Duration.ofNanos(1));
        assertThat(code(ask(interactive()))).isEqualTo(down);
        assertThat(made).isEqualTo(4);
    }

    @Test
    void aRefusalIsCachedForAMinuteAndNotMadeUpForByAnOlderList() {
        get(interactive());
        turn(FRESH);
        fail(ErrorCode.UPSTREAM_FORBIDDEN);

        assertThat(code(ask(interactive()))).isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
        turn(Duration.ofSeconds(59));
        assertThat(isAtHand(interactive())).isTrue();
        assertThat(code(ask(interactive()))).isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
        assertThat(made).isEqualTo(2);

        answer = null;
        assertThat(get(bypassing())).isNotNull();
        fail(ErrorCode.UPSTREAM_FORBIDDEN);
        turn(FRESH);
        assertThat(code(ask(interactive()))).isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
        turn(Duration.ofMinutes(1));
        answer = null;
        assertThat(get(interactive())).isNotNull();
    }

    @Test
    void whoWantNoneOfTheCachedShareACallWhileOthersAreServedFromTheCache() {
        get(interactive());
        turn(Duration.ofSeconds(1));
        hold();
        Ledger joined = bypassing();

        UniAssertSubscriber<Names> one = ask(bypassing());
        UniAssertSubscriber<Names> other = ask(joined);
        Ledger next = interactive();
        get(next);
        calls.get(0).complete(new Names());

        assertThat(one.awaitItem().getItem()).isSameAs(other.awaitItem().getItem());
        assertThat(from(joined)).containsExactly(PageSource.SHARED);
        assertThat(from(next)).containsExactly(PageSource.FRESH);
        assertThat(calls).hasSize(1);
        assertThat(isAtHand(next)).isTrue();
        assertThat(isAtHand(joined)).isFalse();
        assertThat(get(joined)).as("fetched since it began").isSameAs(one.getItem());
    }

    @Test
    void aFreshListThatLacksAnIdIsFetchedAgainAndKnowsWhatTheOneBeforeKnew() {
        Names before = now(lists.get(key("1"), new Wish("a"), interactive()));
        Names after = now(lists.get(key("1"), new Wish("b"), interactive()));

        assertThat(before.ids()).containsExactly("a");
        assertThat(after.ids()).containsExactlyInAnyOrder("a", "b");
        assertThat(now(lists.get(key("1"), new Wish("a"), interactive()))).isSameAs(after);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void whoJoinsACallThatFailsWhenTheTimeOfTheFirstIsOverAsksAgain() {
        hold();
        Ledger hurried =
                Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(1), 9, false), now::get);
        UniAssertSubscriber<Names> first = ask(hurried);
        UniAssertSubscriber<Names> joined = ask(interactive());
        UniAssertSubscriber<Names> third = ask(interactive());
        turn(Duration.ofSeconds(2));

        calls.get(0).fail(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "no room in time"));
        calls.get(1).complete(new Names());

        assertThat(code(first)).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
        assertThat(joined.awaitItem().getItem()).isSameAs(third.awaitItem().getItem());
        assertThat(calls).hasSize(2);
    }

    @Test
    void whoJoinsACallThatIsOverTheLimitOfTheFirstAsksAgain() {
        hold();
        UniAssertSubscriber<Names> first = ask(interactive());
        UniAssertSubscriber<Names> joined = ask(interactive());

        calls.get(0).fail(new Failure(ErrorCode.LIMIT_EXCEEDED, "no call is left"));
        calls.get(1).complete(new Names());

        assertThat(code(first)).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        joined.awaitItem();
    }

    @Test
    void aCallThatTakesItsTimeBringsAListOfNow() {
        hold();
        Ledger ledger = interactive();
        UniAssertSubscriber<Names> asked = ask(ledger);
        turn(Duration.ofSeconds(3));
        calls.get(0).complete(new Names());
        asked.awaitItem();

        assertThat(ledger.summary().pages())
                .containsExactly(new PageUse("names", 0, 1, PageSource.CALL, Duration.ZERO));
    }

    @Test
    void anExportIsServedFromTheCache() {
        Names list = get(interactive());
        turn(Duration.ofSeconds(1));

        assertThat(get(Ledger.admitted(OperationTerms.uncached(FRESH), now::get)))
                .isSameAs(list);
    }

    @Test
    void whatAListKnewThatIsNotFreshAnyMoreIsForgotten() {
        now(lists.get(key("1"), new Wish("a"), interactive()));
        turn(FRESH);

        assertThat(now(lists.get(key("1"), new Wish("b"), interactive())).ids()).containsExactly("b");
    }

    @Test
    void whoComesAsACallEndsMakesNoOther() {
        Ledger late = interactive();
        Uni<Names> asked = lists.get(key("1"), new Wish(null), late);
        Names list = get(interactive());

        assertThat(now(asked)).isSameAs(list);
        assertThat(from(late)).containsExactly(PageSource.SHARED);
        assertThat(made).isEqualTo(1);
    }

    @Test
    void whoLooksAtAScreenDoesNotWaitForAnExportSCallAndTheLaterOneStays() {
        hold();
        UniAssertSubscriber<Names> export = ask(Ledger.admitted(OperationTerms.uncached(FRESH), now::get));
        turn(Duration.ofMillis(1));
        UniAssertSubscriber<Names> person = ask(interactive());

        calls.get(1).complete(new Names());
        Names later = person.awaitItem().getItem();
        calls.get(0).complete(new Names());

        assertThat(export.awaitItem().getItem()).isNotSameAs(later);
        assertThat(get(interactive())).isSameAs(later);
    }

    @Test
    void aResetForgetsAllAndWhatWasUnderWayIsNotCached() {
        now(lists.get(key("2"), new Wish(null), interactive()));
        hold();
        UniAssertSubscriber<Names> underWay = ask(interactive());

        cache.forget(UpstreamReset.CONTENT);
        UniAssertSubscriber<Names> after = ask(interactive());
        calls.get(0).complete(new Names());
        underWay.awaitItem();

        after.assertNotTerminated();
        assertThat(calls).hasSize(2);
        assertThat(cache.bytes()).isZero();
        assertThat(isAtHand(interactive())).isFalse();
        assertThat(lists.isAtHand(key("2"), new Wish(null), interactive())).isFalse();
    }

    @Test
    void theLastWhoLeavesEndsTheCall() {
        List<Integer> ended = new ArrayList<>();
        answer = Uni.createFrom().<Names>nothing().onCancellation().invoke(() -> ended.add(1));
        UniAssertSubscriber<Names> one = ask(interactive());
        UniAssertSubscriber<Names> other = ask(interactive());

        one.cancel();
        assertThat(ended).isEmpty();
        other.cancel();
        assertThat(ended).hasSize(1);
    }

    @Test
    void theListThatWasNotUsedForTheLongestTimeMakesRoom() {
        Stream.of("1", "2", "3").forEach(domain -> now(lists.get(key(domain), new Wish(null), interactive())));
        get(interactive());
        assertThat(cache.bytes()).isEqualTo(3_000);

        now(lists.get(key("4"), new Wish(null), interactive()));

        assertThat(cache.bytes()).isEqualTo(3_000);
        assertThat(stored.keySet()).hasSize(3);
        assertThat(Stream.of("1", "2", "3", "4")
                        .filter(domain -> lists.isAtHand(key(domain), new Wish(null), interactive())))
                .containsExactly("1", "3", "4");
    }

    @Test
    void listsFillTheMemoryToItsLastByteAndOneThatIsRenewedTakesThatOfTheOneBefore() {
        Stream.of("1", "2", "3").forEach(domain -> now(lists.get(key(domain), new Wish(null), interactive())));
        fail(ErrorCode.UPSTREAM_FORBIDDEN);
        lists.get(key("4"), new Wish(null), interactive())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure();
        assertThat(cache.bytes()).isEqualTo(ROOM);
        answer = null;

        turn(FRESH);
        get(interactive());

        assertThat(cache.bytes()).as("the refusal has expired").isEqualTo(3_000);
        Stream.of("1", "2", "3").forEach(domain -> assertThat(stored.keySet()).contains((Object) key(domain)));
    }

    @Test
    void oneListMayTakeAllTheMemory() {
        answer = Uni.createFrom().item(() -> new Names(new Object(), Set.of(), ROOM - LookupEntry.ENTRY_BYTES));

        Names list = get(interactive());

        assertThat(cache.bytes()).isEqualTo(ROOM);
        assertThat(get(interactive())).isSameAs(list);
    }

    @Test
    void whereNotEvenARefusalHasRoomNothingIsCached() {
        LookupCache small = CachedPages.lookups(LookupEntry.ENTRY_BYTES - 1, now::get);

        small.put("any", LookupEntry.refused(new Failure(ErrorCode.UPSTREAM_FORBIDDEN, "no"), now.get()), 0);

        assertThat(small.bytes()).isZero();
        assertThat(small.get("any")).isNull();
    }

    @Test
    void whatHasExpiredIsRemovedWhenAnotherIsCached() {
        get(interactive());
        turn(STALE_IF_ERROR);

        now(lists.get(key("2"), new Wish(null), interactive()));

        assertThat(cache.bytes()).isEqualTo(1_000);
    }

    @Test
    void aListThatIsTooLargeIsRefusedWithWhatToSetWhileALesserOneWouldBeFresh() {
        answer = Uni.createFrom().item(() -> new Names(new Object(), Set.of(), ROOM));
        UniAssertSubscriber<Names> refused = ask(interactive());

        assertThat(code(refused)).isEqualTo(ErrorCode.FEATURE_DISABLED);
        assertThat(refused.getFailure())
                .hasMessageContaining("list of names takes 4,000 bytes")
                .hasMessageContaining("may take 3,500")
                .hasMessageContaining("Set meishi.lookup-cache.memory to more");
        assertThat(code(ask(interactive()))).isEqualTo(ErrorCode.FEATURE_DISABLED);
        assertThat(made).isEqualTo(1);
        turn(FRESH.minusNanos(1));
        assertThat(code(ask(interactive()))).isEqualTo(ErrorCode.FEATURE_DISABLED);
        assertThat(made).isEqualTo(1);
        turn(Duration.ofNanos(1));
        assertThat(code(ask(interactive()))).isEqualTo(ErrorCode.FEATURE_DISABLED);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void aListThatIsTooLargeIsRefusedForAMinuteAtLeast() {
        lists = lists(Duration.ofSeconds(10), Duration.ofSeconds(10));
        answer = Uni.createFrom().item(() -> new Names(new Object(), Set.of(), ROOM));

        ask(interactive()).awaitFailure();
        turn(Duration.ofSeconds(59));
        ask(interactive()).awaitFailure();
        assertThat(made).isEqualTo(1);
        turn(Duration.ofSeconds(1));
        ask(interactive()).awaitFailure();
        assertThat(made).isEqualTo(2);
    }

    /** Another thread may have looked at the clock before it was cached. */
    @Test
    void aListIsNeverYoungerThanNew() {
        LookupEntry<String> entry = LookupEntry.of("list", 7, FRESH, 1);

        assertThat(entry.age(5)).isZero();
        assertThat(entry.age(7)).isZero();
        assertThat(entry.age(9)).isEqualTo(Duration.ofNanos(2));
    }

    @Test
    void whereNothingIsToBeCachedNothingIsHoweverLarge() {
        lists = lists(Duration.ZERO, Duration.ZERO);
        answer = Uni.createFrom().item(() -> new Names(new Object(), Set.of(), ROOM));

        assertThat(get(interactive())).isNotSameAs(get(interactive()));
        assertThat(made).isEqualTo(2);
        assertThat(cache.bytes()).isZero();
        answer = null;
        get(interactive());
        assertThat(cache.bytes()).isZero();
    }

    private LookupLists<Key, Names> lists(Duration fresh, Duration staleIfError) {
        return new LookupLists<>(
                cache,
                new LookupTerms<>(
                        "names",
                        fresh,
                        staleIfError,
                        Names::bytes,
                        failure -> failure.code() == ErrorCode.UPSTREAM_FORBIDDEN,
                        null),
                CachedPages.metrics());
    }

    private void turn(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void hold() {
        answer = Uni.createFrom().emitter(calls::add);
    }

    private void fail(ErrorCode code) {
        answer = Uni.createFrom().failure(new Failure(code, "not now"));
    }

    private static Key key(String domainId) {
        return new Key(domainId);
    }

    private boolean isAtHand(Ledger ledger) {
        return lists.isAtHand(key("1"), new Wish(null), ledger);
    }

    private UniAssertSubscriber<Names> ask(Ledger ledger) {
        return lists.get(key("1"), new Wish(null), ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Names get(Ledger ledger) {
        return ask(ledger).awaitItem().getItem();
    }

    private Ledger interactive() {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, FRESH, 9, false), now::get);
    }

    private Ledger bypassing() {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, FRESH, 9, true), now::get);
    }

    private static List<PageSource> from(Ledger ledger) {
        return ledger.summary().pages().stream().map(PageUse::from).toList();
    }

    private static <T> T now(Uni<T> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem()
                .getItem();
    }

    private static ErrorCode code(UniAssertSubscriber<?> failed) {
        return ((Failure) failed.awaitFailure().getFailure()).code();
    }
}
