package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link Slice} over a list of numbers, each number its own rank. */
class SliceTest {

    private final List<PageRequest> asked = new ArrayList<>();

    @Test
    void a_window_within_one_page_takes_one_call() {
        Slice<Integer> slice = slice(new Window(20, 20), 100);

        assertThat(slice.offset()).isEqualTo(20);
        assertThat(slice.items()).isEqualTo(ranks(20, 40));
        assertThat(slice.hasNext()).isTrue();
        assertThat(asked).containsExactly(new PageRequest(2, 20));
    }

    @Test
    void a_window_across_two_pages_takes_both_in_order() {
        RangePlan plan = new RangePlan(List.of(new PageRequest(2, 10), new PageRequest(3, 10)), 7);

        Slice<Integer> slice = slice(new Window(17, 8), plan, 100);

        assertThat(slice.items()).isEqualTo(ranks(17, 25));
        assertThat(slice.hasNext()).isTrue();
        assertThat(asked).containsExactly(new PageRequest(2, 10), new PageRequest(3, 10));
    }

    @Test
    void the_second_page_is_not_asked_where_the_first_one_ends_the_list() {
        RangePlan plan = new RangePlan(List.of(new PageRequest(1, 10), new PageRequest(2, 10)), 5);

        Slice<Integer> slice = slice(new Window(5, 10), plan, 8);

        assertThat(slice.items()).isEqualTo(ranks(5, 8));
        assertThat(slice.hasNext()).isFalse();
        assertThat(asked).containsExactly(new PageRequest(1, 10));
    }

    @Test
    void results_read_beyond_the_window_are_left_out_and_tell_that_there_are_more() {
        RangePlan plan = new RangePlan(List.of(new PageRequest(1, 10)), 2);

        Slice<Integer> slice = slice(new Window(2, 3), plan, 6);

        assertThat(slice.items()).isEqualTo(ranks(2, 5));
        assertThat(slice.hasNext()).isTrue();
    }

    @Test
    void a_window_that_ends_with_the_list_has_no_next() {
        Slice<Integer> slice = slice(new Window(2, 3), new RangePlan(List.of(new PageRequest(1, 10)), 2), 5);

        assertThat(slice.items()).isEqualTo(ranks(2, 5));
        assertThat(slice.hasNext()).isFalse();
    }

    @Test
    void a_window_that_ends_with_a_full_page_asks_no_further_to_know_of_more() {
        assertThat(slice(new Window(0, 10), 10).hasNext()).isFalse();
        assertThat(slice(new Window(0, 10), 11).hasNext()).isTrue();
        assertThat(asked).containsExactly(new PageRequest(1, 10), new PageRequest(1, 10));
    }

    @Test
    void a_window_beyond_the_end_of_the_list_is_empty() {
        Slice<Integer> slice = slice(new Window(45, 20), 30);

        assertThat(slice.offset()).isEqualTo(45);
        assertThat(slice.items()).isEmpty();
        assertThat(slice.hasNext()).isFalse();
    }

    @Test
    void an_empty_list_has_an_empty_slice() {
        Slice<Integer> slice = slice(new Window(0, 20), 0);

        assertThat(slice).isEqualTo(new Slice<>(0, List.of(), false, 0));
        assertThat(asked).hasSize(1);
    }

    @Test
    void every_window_of_every_short_list_holds_the_ranks_it_should() {
        RangePlanner planner = new RangePlanner(6, 24);
        for (int length = 0; length <= 24; length++) {
            for (int offset = 0; offset < 24; offset++) {
                for (int count = 1; count <= Math.min(6, 24 - offset); count++) {
                    Window window = new Window(offset, count);
                    Slice<Integer> slice = slice(window, planner.plan(window), length);
                    int from = Math.min(offset, length);
                    int to = Math.min(offset + count, length);
                    boolean hasNext = offset + count < length;
                    assertThat(slice)
                            .as("%s of %s", window, length)
                            .isEqualTo(new Slice<>(offset, ranks(from, to), hasNext, length));
                }
            }
        }
    }

    @Test
    void the_total_is_that_of_the_last_page_asked_or_unknown() {
        Window window = new Window(0, 2);
        RangePlan plan = new RangePlan(List.of(new PageRequest(1, 1), new PageRequest(2, 1)), 0);

        Slice<Integer> known = Slice.of(window, plan, page -> uni(new Page<>(List.of(1), true, 40 + page.number())))
                .subscribeAsCompletionStage()
                .join();
        Slice<Integer> unknown = Slice.of(window, plan, page -> uni(new Page<>(List.of(1), true, null)))
                .subscribeAsCompletionStage()
                .join();

        assertThat(known.total()).isEqualTo(42);
        assertThat(unknown.total()).isNull();
    }

    @Test
    void a_failure_of_any_page_is_the_failure_of_the_slice_and_ends_the_calls() {
        Failure failure = new Failure(ErrorCode.UPSTREAM_TIMEOUT, "LINE WORKS did not answer.");
        for (int failing = 1; failing <= 3; failing++) {
            asked.clear();
            assertThat(failureOfPage(failing, failure)).isSameAs(failure);
            assertThat(asked).extracting(PageRequest::number).isEqualTo(ranks(1, failing + 1));
        }
    }

    @Test
    void a_slice_that_is_cancelled_asks_for_no_further_page() {
        List<UniEmitter<? super Page<Integer>>> pages = new ArrayList<>();
        RangePlan plan = new RangePlan(List.of(new PageRequest(1, 5), new PageRequest(2, 5), new PageRequest(3, 5)), 0);

        UniAssertSubscriber<Slice<Integer>> caller = Slice.of(
                        new Window(0, 15), plan, page -> Uni.createFrom().<Page<Integer>>emitter(pages::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        pages.get(0).complete(new Page<>(ranks(0, 5), true, null));
        assertThat(pages).hasSize(2);
        caller.cancel();
        pages.get(1).complete(new Page<>(ranks(5, 10), true, null));

        assertThat(pages).hasSize(2);
    }

    @Test
    void nothing_changes_the_items_afterwards() {
        assertThat(slice(new Window(0, 3), 10).items()).isUnmodifiable();
    }

    private Throwable failureOfPage(int failing, Failure failure) {
        RangePlan plan = new RangePlan(List.of(new PageRequest(1, 5), new PageRequest(2, 5), new PageRequest(3, 5)), 0);
        return Slice.of(new Window(0, 15), plan, page -> {
                    asked.add(page);
                    return page.number() == failing
                            ? Uni.createFrom().<Page<Integer>>failure(failure)
                            : uni(page(page, 100, null));
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .getFailure();
    }

    private Slice<Integer> slice(Window window, int length) {
        return slice(window, new RangePlanner(500, 50_000).plan(window), length);
    }

    private Slice<Integer> slice(Window window, RangePlan plan, int length) {
        return Slice.of(window, plan, page -> {
                    asked.add(page);
                    return uni(page(page, length, length));
                })
                .subscribeAsCompletionStage()
                .join();
    }

    private static Page<Integer> page(PageRequest page, int length, @Nullable Integer total) {
        int from = Math.min((page.number() - 1) * page.size(), length);
        int to = Math.min(page.number() * page.size(), length);
        return new Page<>(ranks(from, to), to < length, total);
    }

    private static <T> Uni<T> uni(T item) {
        return Uni.createFrom().item(item);
    }

    private static List<Integer> ranks(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
