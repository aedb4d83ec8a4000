package dev.meishi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Keys} and {@link KeysPage}: every row of the documentation's tables is a key, and a place on the page of {@code help}. */
class KeysTest {

    @Test
    void aKeyIsWhatItsRowSays() {
        assertThat(Keys.of("meishi.quota.retry-pause"))
                .contains(new Key(
                        "Quota",
                        "meishi.quota.retry-pause",
                        KeyType.DURATION,
                        "200ms",
                        "approximate pause before the one repetition of a call that LINE WORKS failed"));
        assertThat(Keys.of("meishi.limits.depth").orElseThrow().byDefault()).isEqualTo("20");
        assertThat(Keys.of("meishi.cursors.secret").orElseThrow().byDefault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "meishi.callers.office.token, meishi.callers.<class>.token",
        "'meishi.callers.\"back.office\".token', meishi.callers.<class>.token",
        "'meishi.http.caching.max-age.\"Query.tags\"', meishi.http.caching.max-age.<field>",
        "meishi.sandbox.faults.operations.listTags.errors.503, meishi.sandbox.faults.operations.<operation>.<fault>",
        "meishi.sandbox.faults.hang, meishi.sandbox.faults.hang"
    })
    void aNameThatAnOperatorChoosesIsPartOfAPattern(String set, String key) {
        assertThat(Keys.of(set)).map(Key::name).contains(key);
    }

    @Test
    void aTextHasNoMarkup() {
        assertThat(Keys.all())
                .hasSizeGreaterThan(120)
                .allSatisfy(key -> assertThat(key.text()).isNotBlank().doesNotContain("`", "](", "**"));
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "abc, abc, 0", "'', abc, 3", "abc, '', 3", "share, shar, 1"})
    void theDistanceIsTheNumberOfWrongCharacters(String one, String other, int distance) {
        assertThat(Keys.distance(one, other)).isEqualTo(distance);
    }

    @Test
    void thePageHasEveryKeyWithTypeAndDefault() {
        List<String> lines = KeysPage.of("").lines().toList();

        assertThat(Keys.all())
                .allSatisfy(key -> assertThat(lines)
                        .contains("  " + key.name() + "  " + key.type().title()
                                + (key.byDefault().isEmpty() ? ", no default" : ", default " + key.byDefault())));
        assertThat(lines.stream().filter(line -> line.startsWith("      ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void aPartOfTheNamesChooses() {
        assertThat(KeysPage.of("quota.breaker")).isEqualTo("""
                Quota

                  meishi.quota.breaker.volume  integer, default 20
                      how many of the last calls the circuit breaker looks at

                  meishi.quota.breaker.ratio  number, default 0.5
                      share of failed calls among them at which the breaker opens and calls are refused

                  meishi.quota.breaker.pause  duration, default 5s
                      how long, before one call is let through as a trial""");
        assertThat(KeysPage.of("nothing")).isEmpty();
    }
}
