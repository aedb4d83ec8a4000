package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link CountSearch} against lists of every length. */
class CountSearchTest {

    private static final int CAP = 50_000;
    private static final CountSearch UNKNOWN = new CountSearch(500, CAP);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyLengthIsFoundInAtMost7Calls(boolean isNextToldAtTheCap) {
        for (int length = 0; length <= 60_000; length++) {
            CountSearch search = UNKNOWN;
            int calls = 0;
            for (; search.next().isPresent(); calls++) {
                search = observe(search, search.next().get(), length, isNextToldAtTheCap);
            }
            assertThatIsFound(search, length);
            assertThat(calls).as("%d", length).isLessThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "300, 3", "500, 3", "900, 5", "2_400, 2", "18_400, 1"})
    void aShortListTakesFewer(int length, int calls) {
        CountSearch search = UNKNOWN;
        for (int call = 0; call < calls; call++) {
            assertThat(search.known()).isEmpty();
            search = observe(search, search.next().orElseThrow(), length, true);
        }
        assertThatIsFound(search, length);
    }

    @Test
    void whateverIsAtHandNeverMakesItLongerOrWrong() {
        Random random = new Random(4);
        for (int round = 0; round < 200_000; round++) {
            int length = random.nextInt(random.nextBoolean() ? 60_000 : 3_000);
            boolean isNextTold = random.nextBoolean();
            CountSearch search = UNKNOWN;
            for (int i = random.nextInt(5); i > 0; i--) {
                int size = 1 + random.nextInt(500);
                search = observe(search, new PageRequest(1 + random.nextInt(CAP / size), size), length, isNextTold);
            }
            int calls = 0;
            for (; search.next().isPresent(); calls++) {
                search = observe(search, search.next().get(), length, isNextTold);
            }
            assertThatIsFound(search, length);
            assertThat(calls).isLessThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 20, 0, false, 0",
        "1, 20, 7, false, 7",
        "1, 20, 20, false, 20",
        "4, 500, 1, false, 1501",
        "100, 500, 499, false, 49999",
        "1, 20, 7, true, 7"
    })
    void aPageAtHandThatEndsTheListTellsItsLength(int number, int size, int items, boolean hasNext, int length) {
        CountSearch search = UNKNOWN.observe(new PageRequest(number, size), items, hasNext);

        assertThat(search.known()).contains(new Total(length, true));
        assertThat(search.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 500, true", "100, 500, false", "50000, 1, false", "125, 400, true"})
    void aFullPageThatEndsAtTheCapSaysThatThereAreAtLeastAsMany(int number, int size, boolean hasNext) {
        assertThat(UNKNOWN.observe(new PageRequest(number, size), size, hasNext).known())
                .contains(new Total(CAP, false));
    }

    @Test
    void aFullPageWhoseSuccessorWouldGoPastTheCapDoesNotEndTheListByNamingNone() {
        CountSearch search = UNKNOWN.observe(new PageRequest(102, 490), 490, false);

        assertThat(search.known()).isEmpty();
        assertThat(search.next()).contains(new PageRequest(100, 500));
        assertThat(search.observe(new PageRequest(100, 500), 480, false).known())
                .contains(new Total(49_980, true));
    }

    @Test
    void whatWasLearntLastIsTrueOfAListThatChanged() {
        CountSearch atLeast501 = UNKNOWN.observe(new PageRequest(1, 500), 500, true);
        CountSearch atMost400 = UNKNOWN.observe(new PageRequest(5, 100), 0, false);

        assertThat(atLeast501.observe(new PageRequest(5, 100), 0, false).known())
                .contains(new Total(400, true));
        assertThat(atMost400.observe(new PageRequest(1, 500), 500, true).known())
                .contains(new Total(501, true));
        assertThat(atLeast501.observe(new PageRequest(1, 500), 3, false).known())
                .contains(new Total(3, true));
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0, 10", "10, 9, 0, 9", "10, 25, 0, 25", "10, 20, -1, 20", "10, 20, 9, 8", "10, 20, 0, 21"})
    void aSearchWithinImpossibleBoundsCannotBeMade(int maxPageSize, int cap, int atLeast, int atMost) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CountSearch(maxPageSize, cap, atLeast, atMost));
    }

    private static CountSearch observe(CountSearch search, PageRequest page, int length, boolean isNextToldAtTheCap) {
        int items = (int) Math.max(0, Math.min(length, page.end()) - page.offset());
        boolean isServed = page.end() + page.size() <= CAP;
        return search.observe(page, items, page.end() < length && (isServed || isNextToldAtTheCap));
    }

    private static void assertThatIsFound(CountSearch search, int length) {
        assertThat(search.known()).contains(new Total(Math.min(length, CAP), length < CAP));
    }
}
