package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pages {@link OverlapPlanner} asks for when a client pages on and each page asked for stays at hand. */
class OverlapWalkTest {

    private static final int CAP = 50_000;
    private static final OverlapPlanner PLANNER = new OverlapPlanner(500, CAP, 2);

    @ParameterizedTest
    @CsvSource({
        "10000, 20, 22",
        "50000, 20, 110",
        "10000, 500, 22",
        "50000, 500, 110",
        "10000, 1, 22",
        "10000, 7, 22",
        "10000, 50, 22",
        "10000, 100, 22",
        "10000, 300, 22",
        "500, 20, 2"
    })
    void aWalkForwardAsksForFewPages(int contacts, int step, int most) {
        Set<PageRequest> cached = new HashSet<>(PLANNER.start(step, List.of()));
        List<PageRequest> asked = new ArrayList<>(cached);
        for (int anchor = step - 1; anchor < contacts - 1; anchor += step) {
            int count = Math.min(step + 1, contacts - anchor);
            take(PLANNER.following(anchor, count, cached), cached, asked);
        }

        assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"10000, 20, 22", "50000, 20, 110", "10000, 500, 22", "50000, 500, 110", "10000, 1, 22"})
    void aWalkBackwardAsksForFewPages(int contacts, int step, int most) {
        Set<PageRequest> cached = new HashSet<>();
        List<PageRequest> asked = new ArrayList<>();
        for (int anchor = contacts - 1; anchor > 0; anchor -= step) {
            take(PLANNER.preceding(anchor, step + 1, cached), cached, asked);
        }

        assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void aJumpToAnyRankAsksForOnePage() {
        new Random(1).ints(5_000, 0, CAP - 21).forEach(rank -> {
            assertThat(PLANNER.following(rank, 21, List.of())).hasSize(1);
            assertThat(PLANNER.preceding(rank + 20, 21, List.of())).hasSize(1);
        });
    }

    @Test
    void aSecondWalkAsksForNothing() {
        Set<PageRequest> cached = new HashSet<>();
        take(PLANNER.following(0, 10_000, cached), cached, new ArrayList<>());

        for (int anchor = 0; anchor < 9_979; anchor += 20) {
            assertThat(cached).containsAll(PLANNER.following(anchor, 21, cached));
            assertThat(cached).containsAll(PLANNER.preceding(anchor + 20, 21, cached));
        }
        assertThat(cached).containsAll(PLANNER.start(20, cached)).containsAll(PLANNER.start(500, cached));
    }

    private static void take(List<PageRequest> plan, Set<PageRequest> cached, List<PageRequest> asked) {
        for (PageRequest page : plan) {
            if (cached.add(page)) {
                asked.add(page);
            }
        }
    }
}
