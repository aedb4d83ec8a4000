package dev.meishi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.Declarations;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link StartMistakes}: a refused start names every mistake, each in a line, whatever the others are. */
class StartMistakesTest {

    @Test
    void oneMistakeOfEachKindIsALineEach() {
        assertThat(lines(Map.of(
                        "meishi.quota.shar", "0.5",
                        "meishi.http.body-timeout", "abc",
                        "meishi.quota.share", "2",
                        "meishi.http.hosts", "https://contacts.example.com",
                        "meishi.documents.trust", "nobody",
                        "meishi.upstream.api", "2.0",
                        "meishi.upstream.url", "https://www.worksapis.com/v1.0",
                        "meishi.upstream.private-key", "/nowhere/key.pem",
                        "meishi.pages.fresh", "30s",
                        "meishi.callers.office.weight", "3")))
                .hasSize(10)
                .first()
                .isEqualTo("The gateway does not start, its configuration has 8 mistakes:");
    }

    @Test
    void eachLineHasTheKeyWhatIsAllowedAndWhatWasFound() {
        assertThat(lines(Map.of("meishi.http.body-timeout", "abc")))
                .contains(
                        "  meishi.http.body-timeout must be a duration, such as 500ms, 30s, 5m or 24h, found 'abc'",
                        "The gateway does not start, its configuration has a mistake:");
        assertThat(lines(Map.of("meishi.quota.max-queued", "many")))
                .contains("  meishi.quota.max-queued must be a whole number, such as 20, found 'many'");
        assertThat(lines(Map.of("meishi.memory.answers", "much")))
                .contains(
                        "  meishi.memory.answers must be a number of bytes, such as 64M, or a share of the heap, such as"
                                + " 20%, found 'much'");
        assertThat(lines(Map.of("meishi.quota.share", "")))
                .contains("  meishi.quota.share must be a number, such as 0.5, found ''");
        assertThat(lines(Map.of("meishi.documents.trust", "nobody")))
                .anyMatch(
                        line -> line.startsWith(
                                "  meishi.documents.trust must be one of the words of its description, found 'nobody' (what happens"));
        assertThat(lines(Map.of(
                        "meishi.callers.\"back-office\".weight", "heavy", "meishi.callers.\"back-office\".token", "t")))
                .contains("  meishi.callers.\"back-office\".weight must be a whole number, such as 20, found 'heavy'");
    }

    @Test
    void anUnknownKeyIsSaidWithTheOneThatMayBeMeant() {
        assertThat(lines(Map.of("meishi.quota.shar", "0.5")))
                .contains(
                        "  meishi.quota.shar is no key of the gateway, found in test; did you mean meishi.quota.share?");
        assertThat(lines(Map.of("meishi.nothing.of.the.kind", "1")))
                .contains("  meishi.nothing.of.the.kind is no key of the gateway, found in test; remove it");
    }

    @Test
    void noLineHasTheValueOfASecret() {
        assertThat(lines(Map.of("meishi.upstream.server-token", "/nowhere/s3cret")))
                .contains(
                        "  meishi.upstream.server-token must be the secret itself, or the absolute path of a file that has"
                                + " it and that this process may read, found something else")
                .noneMatch(line -> line.contains("s3cret"));
    }

    private static List<String> lines(Map<String, String> settings) {
        return StartMistakes.of(refused(settings)).lines().toList();
    }

    private static ConfigValidationException refused(Map<String, String> settings) {
        ConfigValidationException refused = catchThrowableOfType(
                ConfigValidationException.class, () -> builder(settings).build());
        assertThat(refused).isNotNull();
        return refused;
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> settings) {
        return Declarations.builder().withSources(new PropertiesConfigSource(settings, "test", 400));
    }
}
