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
    void tags_are_asked_for_once_and_then_cached() {
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
    void where_line_works_gives_none_the_cached_ones_are_served_but_not_to_who_wants_none_of_them(ErrorCode down) {
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
    void what_line_works_refuses_is_not_made_up_for_by_cached_tags() {
        cache = CachedTags.of(lineWorks, Duration.ZERO, LONG);
        now(cache.get("1", interactive(false)));
        lineWorks.answer = Uni.createFrom().failure(new Failure(ErrorCode.UPSTREAM_FORBIDDEN, "no"));

        assertThat(code(cache.get("1", interactive(false)))).isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
    }

    @Test
    void who_want_none_of_the_cached_share_a_call_while_others_are_served_from_the_cache() {
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
    void who_joins_a_call_that_fails_when_the_time_of_the_first_is_over_asks_again() {
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
    void who_looks_at_a_screen_does_not_wait_for_an_export_s_call_and_the_later_one_stays() {
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
    void a_reset_forgets_all_and_what_was_under_way_is_not_cached() {
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
    void tags_are_of_the_view_that_they_were_asked_for_by() {
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
    void the_last_who_leaves_ends_the_call() {
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
