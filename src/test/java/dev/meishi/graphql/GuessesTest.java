package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessesTest {

    private static final List<String> KNOWN = List.of("first", "after", "last", "before", "filter", "orderBy");

    @ParameterizedTest
    @CsvSource({
        "frist, ' Did you mean ''first''?'",
        "fist, ' Did you mean ''first''?'",
        "FILTERS, ' Did you mean ''filter''?'",
        "orderby, ' Did you mean ''orderBy''?'",
        "afer, ' Did you mean ''after''?'",
        "lists, ''",
        "limit, ''",
        "offset, ''",
        "x, ''",
        "'', ''"
    })
    void theNearestNamesAreTold(String written, String meant) {
        assertThat(Guesses.of(true).meant(written, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, ABC, 0", "abc, acb, 1", "abc, ab, 1", "ab, abc, 1", "abc, xbc, 1", "abc, xyz, 3"})
    void theDistanceCountsMistakesOfTyping(String one, String other, int mistakes) {
        assertThat(Guesses.distance(one, other, 3)).isEqualTo(mistakes);
        assertThat(Guesses.distance(one, other, 0)).isEqualTo(Math.min(mistakes, 1));
    }

    @Test
    void ofManyThatAreAsNearThreeAreTold() {
        assertThat(Guesses.of(true).meant("tags", List.of("tagd", "tagc", "tagb", "taga")))
                .isEqualTo(" Did you mean 'taga' or 'tagb' or 'tagc'?");
    }

    @Test
    void aRequestGetsFew() {
        Guesses guesses = Guesses.of(true);

        assertThat(IntStream.range(0, 100)
                        .filter(i -> !guesses.meant("frist", KNOWN).isEmpty()))
                .hasSize(5);
    }

    @Test
    void aNameOfUnusualLengthIsNotComparedWith() {
        assertThat(Guesses.of(true).meant("a".repeat(41), List.of("a".repeat(41))))
                .isEmpty();
    }

    @Test
    void aSchemaThatIsNotToldIsNotGuessedEither() {
        assertThat(Guesses.of(false).meant("frist", KNOWN)).isEmpty();
    }
}
