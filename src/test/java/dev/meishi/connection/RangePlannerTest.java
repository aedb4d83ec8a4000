package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link RangePlanner} by exhaustion, against a walk over the ranks with every page size. */
class RangePlannerTest {

    private static final int PAGE_SIZE = 500;
    private static final int CAP = 50_000;
    private static final RangePlanner PLANNER = new RangePlanner(PAGE_SIZE, CAP);

    @Test
    void every_window_near_the_start_of_the_list_is_covered_as_cheaply_as_can_be() {
        assertThatOffsetsArePlannedBest(PLANNER, 0, 1200);
    }

    @Test
    void every_window_that_ends_within_the_last_ranks_before_the_cap_is_covered_as_cheaply_as_can_be() {
        assertThatOffsetsArePlannedBest(PLANNER, CAP - 1200, CAP - 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 12", "2, 2", "2, 40", "3, 3", "3, 60", "4, 48", "5, 5", "5, 60", "6, 72", "7, 70", "12, 144"
    })
    void every_window_of_a_small_list_is_covered_as_cheaply_as_can_be(int maxPageSize, int cap) {
        assertThatOffsetsArePlannedBest(new RangePlanner(maxPageSize, cap), 0, cap - 1);
    }

    @Test
    void a_window_longer_than_a_page_is_covered_by_as_many_pages_as_it_takes() {
        assertThatWindowsArePlannedBest(new RangePlanner(5, 60), 0, 59, 60);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20, 1, 20, 0",
        "0, 500, 1, 500, 0",
        "500, 500, 2, 500, 0",
        "20, 20, 2, 20, 0",
        "60, 20, 4, 20, 0",
        "3, 1, 4, 1, 0",
        "49999, 1, 50000, 1, 0",
        "49500, 500, 100, 500, 0"
    })
    void an_aligned_window_is_one_page_of_its_own_size(int offset, int count, int page, int size, int skip) {
        assertThat(PLANNER.plan(new Window(offset, count)))
                .isEqualTo(new RangePlan(List.of(new PageRequest(page, size)), skip));
    }

    @Test
    void a_window_that_no_page_holds_is_read_from_two_pages_of_the_smallest_size_that_does() {
        assertThat(PLANNER.plan(new Window(1, 500)))
                .isEqualTo(new RangePlan(List.of(new PageRequest(1, 251), new PageRequest(2, 251)), 1));
        assertThat(PLANNER.plan(new Window(250, 500)))
                .isEqualTo(new RangePlan(List.of(new PageRequest(2, 250), new PageRequest(3, 250)), 0));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "0, -1", "50000, 1", "49999, 2", "2147483647, 2147483647"})
    void a_window_that_is_empty_or_not_within_the_cap_is_a_defect_of_the_caller(int offset, int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANNER.plan(new Window(offset, count)))
                .withMessageContaining("is not within 50000 ranks");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 10", "500, 499", "500, 0", "500, 750", "3, 10"})
    void a_planner_that_could_leave_a_window_without_a_plan_cannot_be_made(int maxPageSize, int cap) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RangePlanner(maxPageSize, cap))
                .withMessageContaining("cap " + cap);
    }

    @Test
    void the_largest_cap_that_a_rank_can_count_to_has_a_plan_for_its_last_window() {
        int cap = Integer.MAX_VALUE / PAGE_SIZE * PAGE_SIZE;
        RangePlanner planner = new RangePlanner(PAGE_SIZE, cap);

        for (int count = 1; count <= PAGE_SIZE; count++) {
            Window window = new Window(cap - count, count);
            assertThatPlanCovers(planner, window, planner.plan(window));
        }
    }

    private static void assertThatOffsetsArePlannedBest(RangePlanner planner, int firstOffset, int lastOffset) {
        assertThatWindowsArePlannedBest(planner, firstOffset, lastOffset, planner.maxPageSize());
    }

    private static void assertThatWindowsArePlannedBest(
            RangePlanner planner, int firstOffset, int lastOffset, int longest) {
        IntStream.rangeClosed(firstOffset, lastOffset)
                .parallel()
                .forEach(offset -> assertThatCountsArePlannedBest(planner, offset, longest));
    }

    private static void assertThatCountsArePlannedBest(RangePlanner planner, int offset, int longest) {
        Walk walk = new Walk(planner, offset);
        for (int count = 1; count <= Math.min(longest, planner.cap() - offset); count++) {
            Cost cheapest = walk.cheapestForOneMore();
            Window window = new Window(offset, count);
            RangePlan plan = planner.plan(window);
            assertThatPlanCovers(planner, window, plan);
            Cost cost = Cost.of(plan);
            if (!cost.equals(cheapest) || (count <= planner.maxPageSize() && cost.calls() > 2)) {
                throw new AssertionError(
                        planner + ", " + window + ": " + plan + " costs " + cost + ", possible is " + cheapest);
            }
        }
    }

    /** Not by AssertJ: a million windows are looked at. */
    private static void assertThatPlanCovers(RangePlanner planner, Window window, RangePlan plan) {
        List<PageRequest> pages = plan.pages();
        int size = pages.get(0).size();
        int first = pages.get(0).number();
        boolean isRow = true;
        for (int i = 0; i < pages.size(); i++) {
            isRow &= pages.get(i).number() == first + i && pages.get(i).size() == size;
        }
        long start = (first - 1L) * size;
        long end = start + (long) pages.size() * size;
        boolean isCovered = start <= window.offset() && end >= (long) window.offset() + window.count();
        boolean isAllowed = first >= 1 && size >= 1 && size <= planner.maxPageSize() && end <= planner.cap();
        if (!isRow || !isCovered || !isAllowed || plan.skip() != window.offset() - start) {
            throw new AssertionError(planner + ", " + window + ": " + plan);
        }
    }

    /** Reads on from one rank with every page size at once, a page more wherever the window outgrows the pages read. */
    private static final class Walk {

        private final RangePlanner planner;
        private final int[] read;
        private final int[] calls;
        private int end;

        Walk(RangePlanner planner, int offset) {
            this.planner = planner;
            end = offset;
            read = new int[planner.maxPageSize() + 1];
            calls = new int[planner.maxPageSize() + 1];
            for (int size = 1; size <= planner.maxPageSize(); size++) {
                read[size] = offset - offset % size;
            }
        }

        /** The fewest calls, and with so many calls the fewest results transferred, over all page sizes allowed. */
        Cost cheapestForOneMore() {
            end++;
            int fewestCalls = Integer.MAX_VALUE;
            int fewestTransferred = Integer.MAX_VALUE;
            for (int size = 1; size < read.length; size++) {
                if (read[size] < end) {
                    read[size] += size;
                    calls[size]++;
                }
                int transferred = calls[size] * size;
                boolean isCheaper =
                        calls[size] < fewestCalls || (calls[size] == fewestCalls && transferred < fewestTransferred);
                if (isCheaper && read[size] <= planner.cap()) {
                    fewestCalls = calls[size];
                    fewestTransferred = transferred;
                }
            }
            return new Cost(fewestCalls, fewestTransferred);
        }
    }

    private record Cost(int calls, int transferred) {

        static Cost of(RangePlan plan) {
            int calls = plan.pages().size();
            return new Cost(calls, calls * plan.pages().get(0).size());
        }
    }
}
