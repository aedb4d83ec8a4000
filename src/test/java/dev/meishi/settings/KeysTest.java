package dev.meishi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.memory.Share;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
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

    @ParameterizedTest
    @CsvSource({
        "meishi.documents.trust, dev.meishi.http.documents.ManifestsConfig$Trust",
        "meishi.http.caching.scope, dev.meishi.http.HttpConfig$Caching$Scope"
    })
    void aChoiceHasTheWordsOfItsDeclaration(String key, Class<?> declared) {
        assertThat(Keys.of(key).orElseThrow().choices())
                .containsExactlyElementsOf(Stream.of(Objects.requireNonNull(declared.getEnumConstants()))
                        .map(value -> value.toString().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, true FALSE yes on 1, ture 2 j",
        "INTEGER, 0 -1 20 2000000000, 1.5 1e3 many 10k",
        "NUMBER, 0.5 1 -1 NaN 1e3, half 0x",
        "DURATION, 500ms 30s 5m 24h 1d 7 PT1M -1s, abc 5x 1.5h soon",
        "BYTES, 65536 512K 64M 1g, much 10X -1 5%",
        "MEMORY, 65536 64m 20% 2.5% 100%, 101% much 5.% 5MB",
        "TIME, 2026-01-31T09:00:00Z 2026-01-31T18:00:00+09:00, noon 2026-01-31",
    })
    void aTypeReadsWhatItsDeclarationReads(KeyType type, String readable, String unreadable) {
        assertThat(readable.split(" ", -1)).allMatch(type::isReadable).allMatch(value -> isRead(type, value));
        assertThat(unreadable.split(" ", -1)).noneMatch(type::isReadable).noneMatch(value -> isRead(type, value));
        assertThat(type.isReadable("")).isFalse();
    }

    /** By the framework, which takes any text for a boolean. */
    private static boolean isRead(KeyType type, String value) {
        Class<?> declared = switch (type) {
            case INTEGER -> Long.class;
            case NUMBER -> Double.class;
            case DURATION -> Duration.class;
            case BYTES -> MemorySize.class;
            case MEMORY -> Share.class;
            case TIME -> Instant.class;
            default -> String.class;
        };
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValue("key", value)
                .build();
        try {
            return type == KeyType.BOOLEAN ? type.isReadable(value) : config.getValue("key", declared) != null;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return false;
        }
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
