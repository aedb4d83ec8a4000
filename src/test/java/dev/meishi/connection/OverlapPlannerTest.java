package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link OverlapPlanner} against {@link OverlapSpec}, which looks at every page that can be joined. */
class OverlapPlannerTest {

    private static final int CAP = 50_000;
    private static final OverlapPlanner PLANNER = new OverlapPlanner(500, CAP, 2);

    @ParameterizedTest
    @CsvSource({
        "1, 5, 0",
        "2, 9, 0",
        "3, 20, 0",
        "4, 30, 1",
        "5, 60, 0",
        "5, 60, 1",
        "6, 60, 2",
        "7, 55, 1",
        "8, 59, 2",
        "9, 60, 3",
        "10, 60, 0",
        "10, 60, 2",
        "11, 47, 2",
        "12, 60, 2",
        "12, 60, 5",
        "12, 12, 1",
        "12, 13, 20"
    })
    void everyRangeOfASmallListIsPlannedWithTheFewestCalls(int maxPageSize, int cap, int margin) {
        OverlapPlanner planner = new OverlapPlanner(maxPageSize, cap, margin);
        OverlapSpec up = new OverlapSpec(planner, true);
        OverlapSpec down = new OverlapSpec(planner, false);
        Random random = new Random(maxPageSize * 100L + cap);
        for (int round = 0; round < 6; round++) {
            List<PageRequest> cached = pagesWithin(random, planner, cap, round);
            for (int anchor = 0; anchor < cap; anchor++) {
                assertThatEveryCountIsPlannedBest(planner, up, anchor, cap + 1, cached);
                assertThatEveryCountIsPlannedBest(planner, down, anchor, cap + 1, cached);
            }
        }
    }

    @Test
    void aPlanIsAsShortAsThePagesAtHandAndThoseAskedForAllow() {
        OverlapPlanner planner = new OverlapPlanner(12, 60, 1);
        OverlapSpec up = new OverlapSpec(planner, true);
        OverlapSpec down = new OverlapSpec(planner, false);
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            List<PageRequest> cached = pagesWithin(random, planner, 60, random.nextInt(12));
            int anchor = random.nextInt(60);
            int count = 1 + random.nextInt(40);
            List<PageRequest> following = planner.following(anchor, count, cached);
            List<PageRequest> preceding = planner.preceding(anchor, count, cached);
            assertThat(following).hasSize(up.shortest(following, anchor, count, cached));
            assertThat(preceding).hasSize(down.shortest(preceding, anchor, count, cached));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_199, CAP - 600})
    void everyRangeOfUpToAPageIsPlannedWithTheFewestCallsColdAndWithPagesAtHand(int around) {
        int first = around < 1_200 ? 0 : around;
        int last = around < 1_200 ? 1_199 : around + 599;
        OverlapSpec up = new OverlapSpec(PLANNER, true);
        OverlapSpec down = new OverlapSpec(PLANNER, false);
        IntStream.rangeClosed(first, last).parallel().forEach(anchor -> {
            Random random = new Random(31L * anchor + around);
            List<PageRequest> cached =
                    around == 0 ? List.of() : pagesWithin(random, PLANNER, last + 700, random.nextInt(30));
            assertThatEveryCountIsPlannedBest(PLANNER, up, anchor, 501, cached);
            assertThatEveryCountIsPlannedBest(PLANNER, down, anchor, 501, cached);
        });
    }

    @Test
    void withoutReadingAheadAChainIsAsShortAndEndsWithTheSmallestPageThatWillDo() {
        OverlapPlanner ahead = new OverlapPlanner(12, 60, 1);
        OverlapPlanner frugal = new OverlapPlanner(12, 60, 1, false);
        for (int anchor = 1; anchor < 59; anchor++) {
            for (int count = 2; count <= 30; count++) {
                List<PageRequest> up = frugal.following(anchor, count, List.of());
                assertThat(up).hasSameSizeAs(ahead.following(anchor, count, List.of()));
                int from = up.size() == 1 ? anchor : (int) up.get(up.size() - 2).end() - 1;
                int last = Math.min(anchor + count, 60) - 1;
                assertThat(up.get(up.size() - 1)).isEqualTo(smallest(Math.max(0, from - 1), last));

                List<PageRequest> down = frugal.preceding(anchor, count, List.of());
                assertThat(down).hasSameSizeAs(ahead.preceding(anchor, count, List.of()));
                int to = down.size() == 1
                        ? anchor
                        : (int) down.get(down.size() - 2).offset();
                int first = Math.max(0, anchor - count + 1);
                assertThat(down.get(down.size() - 1)).isEqualTo(smallest(first, Math.min(to + 1, 59)));
            }
        }
    }

    private static PageRequest smallest(int first, int last) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(size -> new PageRequest(first / size + 1, size))
                .filter(page -> page.holds(last) && page.end() <= 60)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRankWithinTheCapCanBeJoinedToTheNextOne() {
        IntStream.range(0, CAP - 1).parallel().forEach(rank -> {
            if (PLANNER.following(rank, 2, List.of()).size() > 1
                    || PLANNER.preceding(rank + 1, 2, List.of()).size() > 1) {
                throw new AssertionError("more than a page for two results at " + rank);
            }
        });
    }

    @Test
    void theStartOfAListIsOnePageAsSmallAsItMayBe() {
        for (int count = 1; count <= 500; count++) {
            assertThat(PLANNER.start(count, List.of(new PageRequest(2, 10))))
                    .isEqualTo(List.of(new PageRequest(1, count)));
        }
    }

    @Test
    void theStartOfAListIsReadFromPagesAtHandIfTheyHoldIt() {
        List<PageRequest> cached = List.of(new PageRequest(2, 15), new PageRequest(1, 20), new PageRequest(1, 5));

        assertThat(PLANNER.start(5, cached)).containsExactly(new PageRequest(1, 20));
        assertThat(PLANNER.start(20, cached)).containsExactly(new PageRequest(1, 20));
        assertThat(PLANNER.start(30, cached)).containsExactly(new PageRequest(1, 20), new PageRequest(2, 15));
        assertThat(PLANNER.start(31, cached)).containsExactly(new PageRequest(1, 31));
    }

    @Test
    void theStartOfAListIsAChainIfNoPageIsSoLarge() {
        assertThat(PLANNER.start(501, List.of())).containsExactly(new PageRequest(1, 500), new PageRequest(2, 497));
        assertThat(new OverlapPlanner(500, 500, 2).start(501, List.of())).containsExactly(new PageRequest(1, 500));
    }

    @Test
    void pagesAtHandNeedNoMargin() {
        List<PageRequest> cached = List.of(new PageRequest(2, 20), new PageRequest(3, 13));

        assertThat(PLANNER.following(20, 19, cached)).containsExactly(new PageRequest(2, 20));
        assertThat(PLANNER.preceding(39, 20, cached)).containsExactly(new PageRequest(2, 20));
        assertThat(PLANNER.following(20, 19, List.of(new PageRequest(2, 20)))).containsExactly(new PageRequest(2, 20));
    }

    @Test
    void pagesThatTouchWithoutARankInCommonAreNoChain() {
        List<PageRequest> cached = List.of(new PageRequest(1, 20), new PageRequest(2, 20));

        assertThat(PLANNER.following(0, 40, cached)).hasSize(1).doesNotContainAnyElementsOf(cached);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "50000, 1", "0, -5"})
    void aRangeThatIsEmptyOrNotWithinTheCapIsADefectOfTheCaller(int rank, int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANNER.following(rank, count, List.of()))
                .withMessageContaining("not within 50000 ranks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANNER.preceding(rank, count, List.of()))
                .withMessageContaining("not within 50000 ranks");
    }

    @Test
    void pagesTooSmallToBeJoinedHaveNoChain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OverlapPlanner(1, 9, 0).following(3, 2, List.of()))
                .withMessageContaining("no chain from 3 to 4");
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0", "10, 9, 0", "5, 10, -1"})
    void aPlannerOfImpossibleLimitsCannotBeMade(int maxPageSize, int cap, int margin) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OverlapPlanner(maxPageSize, cap, margin));
    }

    private static List<PageRequest> pagesWithin(Random random, OverlapPlanner planner, int rank, int howMany) {
        Set<PageRequest> pages = new HashSet<>();
        for (int i = 0; i < howMany; i++) {
            int size = 1 + random.nextInt(planner.maxPageSize());
            int number = 1 + random.nextInt(Math.max(1, Math.min(rank, planner.cap()) / size));
            pages.add(new PageRequest(number, size));
        }
        return new ArrayList<>(pages);
    }

    /** Not by AssertJ: millions of plans are looked at. */
    private static void assertThatEveryCountIsPlannedBest(
            OverlapPlanner planner, OverlapSpec spec, int anchor, int longest, List<PageRequest> cached) {
        int[] fewest = spec.fewestCalls(anchor, longest, cached);
        for (int count = 1; count <= longest; count++) {
            List<PageRequest> plan;
            try {
                plan = spec.isUp()
                        ? planner.following(anchor, count, cached)
                        : planner.preceding(anchor, count, cached);
            } catch (IllegalArgumentException none) {
                plan = List.of();
            }
            String fault = spec.faultOf(plan, anchor, count, cached, fewest[count]);
            if (!fault.isEmpty()) {
                throw new AssertionError("%s %s anchor %d count %d at hand %s: %s: %s"
                        .formatted(planner, spec.isUp() ? "up" : "down", anchor, count, cached, plan, fault));
            }
        }
    }
}
