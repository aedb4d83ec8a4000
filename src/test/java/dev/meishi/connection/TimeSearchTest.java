package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link TimeSearch} against sorted lists, some of which change between two pages. */
class TimeSearchTest {

    private static final int CAP = 50_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 10_000, 49_980, 49_999, 50_000, 50_001, 60_000})
    void everyBorderIsFoundInAtMost8CallsAndNeverInMoreThanForetold(int length) {
        long[] ascending = new long[length];
        Arrays.setAll(ascending, rank -> rank);
        long[] descending = new long[length];
        Arrays.setAll(descending, rank -> -rank);
        for (int boundary = 0; boundary <= length; boundary += boundary % 500 < 3 || boundary % 500 > 496 ? 1 : 7) {
            assertThatIsFound(new TimeSearch(500, CAP, boundary, false), ascending, boundary, CAP);
            assertThatIsFound(new TimeSearch(500, CAP, -boundary, true), descending, boundary, CAP);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 20", "6, 30", "7, 42", "12, 60", "10, 100"})
    void everyBorderOfEveryShortListIsFound(int maxPageSize, int cap) {
        for (int length = 0; length <= cap + 3; length++) {
            long[] times = new long[length];
            Arrays.setAll(times, rank -> rank);
            for (int boundary = 0; boundary <= length; boundary++) {
                assertThatIsFound(new TimeSearch(maxPageSize, cap, boundary, false), times, boundary, cap);
            }
        }
    }

    @Test
    void theBorderIsBeforeTheFirstOfEqualTimesWhateverIsAtHand() {
        Random random = new Random(11);
        for (int round = 0; round < 1_000; round++) {
            boolean isDescending = random.nextBoolean();
            int length = random.nextInt(random.nextBoolean() ? 60_000 : 1_500);
            int distinct = 1 + random.nextInt(random.nextBoolean() ? 5 : 5_000);
            long[] times = sortedTimes(random, length, distinct, isDescending);
            long moment = random.nextInt(distinct + 2) - 1L;
            TimeSearch search = new TimeSearch(500, CAP, moment, isDescending);
            for (int i = random.nextInt(4); i > 0; i--) {
                int size = 1 + random.nextInt(500);
                search = observe(search, new PageRequest(1 + random.nextInt(CAP / size), size), times, CAP);
            }
            assertThatIsFound(search, times, borderIn(times, moment, isDescending), CAP);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "5, 12", "300, 200"})
    void whatIsFoundInAListThatChangesIsTrueWhenTheLastPageIsRead(int mostChanges, int mostCalls) {
        int cap = 5_000;
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            boolean isDescending = random.nextBoolean();
            int distinct = 1 + random.nextInt(2_000);
            long[] times = sortedTimes(random, random.nextInt(5_200), distinct, isDescending);
            long moment = random.nextInt(distinct + 2) - 1L;
            TimeSearch search = new TimeSearch(50, cap, moment, isDescending);
            int calls = 0;
            for (; search.next().isPresent(); calls++) {
                times = changed(random, times, 1 + random.nextInt(mostChanges), distinct, isDescending);
                search = observe(search, search.next().get(), times, cap);
            }
            int boundary = borderIn(times, moment, isDescending);
            assertThat(search.boundary()).contains(new Boundary(Math.min(boundary, cap), boundary < cap));
            assertThat(calls).isLessThanOrEqualTo(mostCalls);
        }
    }

    @Test
    void aPageAtHandThatShowsBothSidesNeedsNoCall() {
        TimeSearch search = new TimeSearch(500, CAP, 30, false);

        assertThat(search.worstCase()).isEqualTo(8);
        TimeSearch found = search.observe(new PageRequest(3, 4), new long[] {10, 20, 30, 30}, true);
        assertThat(found.boundary()).contains(new Boundary(10, true));
        assertThat(found.next()).isEmpty();
        assertThat(found.worstCase()).isZero();
    }

    @Test
    void aBorderBetweenTwoPagesIsLookedForOnAPageThatOverlapsBoth() {
        TimeSearch search = new TimeSearch(4, 40, 30, false)
                .observe(new PageRequest(2, 4), new long[] {10, 10, 20, 20}, true)
                .observe(new PageRequest(3, 4), new long[] {30, 30, 40, 40}, true);

        assertThat(search.boundary()).isEmpty();
        assertThat(search.worstCase()).isEqualTo(1);
        assertThat(search.next()).contains(new PageRequest(3, 3));
    }

    @Test
    void whatALaterPageContradictsIsLookedForAnew() {
        TimeSearch search = new TimeSearch(4, 40, 30, false)
                .observe(new PageRequest(3, 4), new long[] {10, 10, 30, 30}, true)
                .observe(new PageRequest(2, 4), new long[] {30, 30, 30, 30}, true);

        assertThat(search.boundary()).isEmpty();
        assertThat(search.observe(new PageRequest(1, 4), new long[] {10, 20, 20, 30}, true)
                        .boundary())
                .contains(new Boundary(3, true));
    }

    @Test
    void pagesTooSmallToShowBothSidesOfABorderCannotBeSearchedWith() {
        TimeSearch search = new TimeSearch(1, 10, 5, false)
                .observe(new PageRequest(2, 1), new long[] {4}, true)
                .observe(new PageRequest(3, 1), new long[] {5}, true);

        assertThatIllegalStateException().isThrownBy(search::next).withMessageContaining("both sides of 2");
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 9", "10, 25"})
    void aSearchOfImpossibleLimitsCannotBeMade(int maxPageSize, int cap) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSearch(maxPageSize, cap, 0, false));
    }

    private static void assertThatIsFound(TimeSearch unknown, long[] times, int boundary, int cap) {
        TimeSearch search = unknown;
        int calls = 0;
        for (; search.next().isPresent(); calls++) {
            int foretold = search.worstCase();
            search = observe(search, search.next().get(), times, cap);
            if (search.worstCase() >= foretold) {
                throw new AssertionError("after a page still " + search.worstCase() + " of " + foretold);
            }
        }
        if (!search.boundary().equals(Optional.of(new Boundary(Math.min(boundary, cap), boundary < cap)))
                || calls > 8) {
            throw new AssertionError(search.boundary() + " in " + calls + ", not " + boundary + " of " + times.length);
        }
    }

    private static TimeSearch observe(TimeSearch search, PageRequest page, long[] times, int cap) {
        int from = (int) Math.min(page.offset(), times.length);
        int to = (int) Math.min(page.end(), times.length);
        boolean isServed = page.end() + page.size() <= cap;
        return search.observe(page, Arrays.copyOfRange(times, from, to), page.end() < times.length && isServed);
    }

    private static int borderIn(long[] times, long moment, boolean isDescending) {
        return (int) Arrays.stream(times)
                .filter(time -> isDescending ? time > moment : time < moment)
                .count();
    }

    private static long[] sortedTimes(Random random, int length, int distinct, boolean isDescending) {
        return sorted(random.longs(length, 0, distinct).toArray(), isDescending);
    }

    private static long[] changed(Random random, long[] times, int change, int distinct, boolean isDescending) {
        UnaryOperator<long[]> grow = old -> {
            long[] more = Arrays.copyOf(old, old.length + change);
            for (int i = old.length; i < more.length; i++) {
                more[i] = random.nextInt(distinct);
            }
            return more;
        };
        UnaryOperator<long[]> shrink = old -> {
            int at = random.nextInt(old.length + 1);
            int gone = Math.min(change, old.length - at);
            long[] fewer = Arrays.copyOf(old, old.length - gone);
            System.arraycopy(old, at + gone, fewer, at, old.length - at - gone);
            return fewer;
        };
        return sorted((random.nextBoolean() ? grow : shrink).apply(times), isDescending);
    }

    private static long[] sorted(long[] times, boolean isDescending) {
        long sign = isDescending ? -1 : 1;
        return Arrays.stream(times)
                .map(time -> sign * time)
                .sorted()
                .map(time -> sign * time)
                .toArray();
    }
}
