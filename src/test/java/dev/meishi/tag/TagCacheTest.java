package dev.meishi.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.tag.TagCache.Index;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which tags a {@link TagCache} serves to whom, by which calls, and where it says that they come from. */
class TagCacheTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Shelf lineWorks = new Shelf();
    private final List<UniEmitter<? super List<UpstreamTag>>> calls = new ArrayList<>();
    private TagCache cache = CachedTags.fresh(lineWorks, LONG);

    @Test
    void tagsAreAskedForOnceAndThenCached() {
        Ledger first = interactive(false);
        Ledger second = interactive(false);

        Index index = now(cache.get("1", first));
        assertThat(now(cache.get("1", second))).isSameAs(index);

        assertThat(lineWorks.asked).containsExactly("1");
        assertThat(first.summary().pages()).containsExactly(new PageUse("tags", 0, 1, PageSource.CALL, Duration.ZERO));
        assertThat(from(second)).containsExactly(PageSource.FRESH);
        assertThat(second.usage().age()).isPresent();
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
    void whereLineWorksGivesNoneTheCachedOnesAreServedButNotToWhoWantsNoneOfThem(ErrorCode down) {
        cache = CachedTags.of(lineWorks, Duration.ZERO, LONG);
        Index before = now(cache.get("1", interactive(false)));
        lineWorks.answer = Uni.createFrom().failure(new Failure(down, "not now"));
        Ledger ledger = interactive(false);

        assertThat(now(cache.get("1", ledger))).isSameAs(before);
        assertThat(from(ledger)).containsExactly(PageSource.STALE_IF_ERROR);
        assertThat(ledger.usage().age())
                .hasValueSatisfying(age -> assertThat(age.isStale()).isTrue());
        assertThat(code(cache.get("1", interactive(true)))).isEqualTo(down);
        assertThat(lineWorks.asked).hasSize(3);
    }

    @Test
    void whatLineWorksRefusesIsNotMadeUpForByCachedTags() {
        cache = CachedTags.of(lineWorks, Duration.ZERO, LONG);
        now(cache.get("1", interactive(false)));
        lineWorks.answer = Uni.createFrom().failure(new Failure(ErrorCode.UPSTREAM_FORBIDDEN, "no"));

        assertThat(code(cache.get("1", interactive(false)))).isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
    }

    @Test
    void whoWantNoneOfTheCachedShareACallWhileOthersAreServedFromTheCache() {
        now(cache.get("1", interactive(false)));
        hold();
        Ledger joined = interactive(true);

        UniAssertSubscriber<Index> one = ask(interactive(true));
        UniAssertSubscriber<Index> other = ask(joined);
        Ledger next = interactive(false);
        now(cache.get("1", next));
        calls.get(0).complete(lineWorks.tags);

        assertThat(one.awaitItem().getItem()).isSameAs(other.awaitItem().getItem());
        assertThat(from(joined)).containsExactly(PageSource.SHARED);
        assertThat(from(next)).containsExactly(PageSource.FRESH);
        assertThat(calls).hasSize(1);
        assertThat(cache.isAtHand("1", next)).isTrue();
        assertThat(cache.isAtHand("1", joined)).isFalse();
    }

    @Test
    void whoJoinsACallThatFailsWhenTheTimeOfTheFirstIsOverAsksAgain() {
        hold();
        Ledger hurried = Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ZERO, 9, false));
        UniAssertSubscriber<Index> first = ask(hurried);
        UniAssertSubscriber<Index> joined = ask(interactive(false));
        UniAssertSubscriber<Index> third = ask(interactive(false));

        calls.get(0).fail(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "no room in time"));
        calls.get(1).complete(lineWorks.tags);

        assertThat(first.awaitFailure().getFailure())
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED));
        assertThat(joined.awaitItem().getItem()).isSameAs(third.awaitItem().getItem());
        assertThat(calls).hasSize(2);
    }

    @Test
    void whoLooksAtAScreenDoesNotWaitForAnExportSCallAndTheLaterOneStays() {
        hold();
        UniAssertSubscriber<Index> export = ask(Ledger.admitted(OperationTerms.uncached(LONG)));
        UniAssertSubscriber<Index> person = ask(interactive(false));

        calls.get(1).complete(lineWorks.tags);
        Index later = person.awaitItem().getItem();
        calls.get(0).complete(lineWorks.tags);

        assertThat(export.awaitItem().getItem()).isNotSameAs(later);
        assertThat(now(cache.get("1", interactive(false)))).isSameAs(later);
    }

    @Test
    void aResetForgetsAllAndWhatWasUnderWayIsNotCached() {
        now(cache.get("2", interactive(false)));
        hold();
        UniAssertSubscriber<Index> underWay = ask(interactive(false));

        cache.forget(UpstreamReset.CONTENT);
        UniAssertSubscriber<Index> after = ask(interactive(false));
        calls.get(0).complete(lineWorks.tags);
        underWay.awaitItem();

        after.assertNotTerminated();
        assertThat(calls).hasSize(2);
        assertThat(cache.isAtHand("1", interactive(false))).isFalse();
        assertThat(cache.isAtHand("2", interactive(false))).isFalse();
    }

    @Test
    void tagsAreOfTheViewThatTheyWereAskedForBy() {
        Index own = now(cache.get("1", interactive(false)));
        lineWorks.view = new View("shelf", "member@example.com");
        assertThat(cache.isAtHand("1", interactive(false))).isFalse();
        Index member = now(cache.get("1", interactive(false)));
        lineWorks.view = View.of("shelf");

        assertThat(member).isNotSameAs(own);
        assertThat(now(cache.get("1", interactive(false)))).isSameAs(own);
        assertThat(lineWorks.asked).hasSize(2);
    }

    @Test
    void theLastWhoLeavesEndsTheCall() {
        List<Integer> ended = new ArrayList<>();
        lineWorks.answer =
                Uni.createFrom().<List<UpstreamTag>>nothing().onCancellation().invoke(() -> ended.add(1));
        UniAssertSubscriber<Index> one = ask(interactive(false));
        UniAssertSubscriber<Index> other = ask(interactive(false));

        one.cancel();
        assertThat(ended).isEmpty();
        other.cancel();
        assertThat(ended).hasSize(1);
    }

    private void hold() {
        lineWorks.answer = Uni.createFrom().emitter(calls::add);
    }

    private UniAssertSubscriber<Index> ask(Ledger ledger) {
        return cache.get("1", ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static Ledger interactive(boolean bypassesCache) {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, LONG, 9, bypassesCache));
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

    private static ErrorCode code(Uni<?> uni) {
        Throwable thrown = uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .getFailure();
        return ((Failure) thrown).code();
    }
}
