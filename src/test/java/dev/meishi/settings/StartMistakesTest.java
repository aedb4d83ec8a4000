package dev.meishi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.Declarations;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
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
                .anyMatch(line ->
                        line.startsWith("  meishi.documents.trust must be one of any, log, only, found 'nobody'"));
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
    void aValueThatCannotBeReadHidesNothingThatIsDeclaredWithIt() {
        assertThat(lines(Map.of(
                        "meishi.quota.max-wait", "soon",
                        "meishi.quota.share", "2",
                        "meishi.upstream.connect-timeout", "quick",
                        "meishi.upstream.max-connections", "0",
                        "meishi.upstream.tags-path", "tags",
                        "meishi.callers.office.weight", "heavy",
                        "meishi.callers.home.weight", "2000")))
                .containsExactly(
                        "The gateway does not start, its configuration has 9 mistakes:",
                        "  meishi.callers.\"home\".token is missing: no client could be of this class",
                        "  meishi.callers.\"office\".token is missing: no client could be of this class",
                        "  meishi.callers.home.weight must be at most 1000, found 2000",
                        "  meishi.callers.office.weight must be a whole number, such as 20, found 'heavy'",
                        "  meishi.quota.max-wait must be a duration, such as 500ms, 30s, 5m or 24h, found 'soon'",
                        "  meishi.quota.share must be at most 1, found 2.0",
                        "  meishi.upstream.connect-timeout must be a duration, such as 500ms, 30s, 5m or 24h, found 'quick'",
                        "  meishi.upstream.max-connections must be at least 1, found 0",
                        "  meishi.upstream.tags-path must be a path that starts with one /, found tags",
                        "Every key is described by the argument 'help', those of a group by 'help' and a part of their names.");
    }

    @Test
    void nothingIsSaidOfTheDefaultThatIsInThePlaceOfAValue() {
        assertThat(lines(Map.of("meishi.upstream.timeout", "soon", "meishi.upstream.connect-timeout", "20s")))
                .hasSize(4)
                .contains(
                        "  meishi.upstream.timeout must be a duration, such as 500ms, 30s, 5m or 24h, found 'soon'",
                        "  meishi.upstream.connect-timeout must be at most meishi.upstream.timeout (PT10S), found PT20S");
    }

    @Test
    void valuesThatCannotBeReadAloneRefuseTheStart() {
        builder(Map.of("meishi.sandbox.clock", "noon", "meishi.callers.default.export", "ture"))
                .build();

        assertThatThrownBy(() -> new UnreadableValues.Check().refuse(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has 2 mistakes:")
                .hasMessageContaining("meishi.callers.default.export must be true or false, found 'ture'")
                .hasMessageContaining(
                        "meishi.sandbox.clock must be a time, such as 2026-01-31T09:00:00Z, found 'noon'");
    }

    @Test
    void valuesThatCanBeReadAreUsed() {
        builder(Map.of("meishi.quota.max-wait", "1s", "meishi.sandbox.clock", "", "meishi.quota.share", " 0.5 "))
                .build();

        assertThatCode(() -> new UnreadableValues.Check().refuse(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void noLineHasTheValueOfASecret() {
        assertThat(lines(Map.of(
                        "meishi.upstream.server-token", "file:/nowhere/s3cret",
                        "meishi.upstream.consumer-key", "file:s3cret",
                        "meishi.cursors.secret", "file:/nowhere/s3cret",
                        "meishi.callers.office.token", "file:/nowhere/s3cret")))
                .contains(
                        "  meishi.upstream.server-token names a file that does not exist",
                        "  meishi.upstream.consumer-key must be file: and an absolute path, such as"
                                + " file:/etc/meishi/secrets/token",
                        "  meishi.cursors.secret names a file that does not exist",
                        "  meishi.callers.\"office\".token names a file that does not exist")
                .noneMatch(line -> line.contains("s3cret"));
    }

    private static List<String> lines(Map<String, String> settings) {
        return refusal(settings).lines().toList();
    }

    private static String refusal(Map<String, String> settings) {
        try {
            builder(settings).build();
            new UnreadableValues.Check().refuse(new StartupEvent());
        } catch (ConfigValidationException refused) {
            return StartMistakes.of(refused);
        } catch (ConfigurationException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("It starts with " + settings);
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> settings) {
        return Declarations.builder()
                .withInterceptors(new UnreadableValues())
                .withSources(new PropertiesConfigSource(settings, "test", 400));
    }
}
