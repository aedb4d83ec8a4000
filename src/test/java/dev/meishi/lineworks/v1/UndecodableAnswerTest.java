package dev.meishi.lineworks.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.LogRecorder;
import dev.meishi.lineworks.LineWorks;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whatever bytes LINE WORKS sends, a caller gets a coded failure of LINE WORKS in time, and the log nothing of a contact. */
@QuarkusTest
@WithTestResource(RawLineWorks.class)
@Timeout(60)
class UndecodableAnswerTest {

    private static final Set<String> CODES =
            Set.of("UPSTREAM_INVALID", "UPSTREAM_UNAVAILABLE", "UPSTREAM_TIMEOUT", "UPSTREAM_UNAUTHORIZED");

    private static final Duration LATEST = Duration.ofSeconds(8);

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LineWorks lineWorks;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LogRecorder recorder = new LogRecorder(lines);

    @BeforeEach
    void listen() {
        recorder.setLevel(Level.INFO);
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LIMIT_ABSURD")
    void aListEndsInAFailureOfLineWorksAndNoLogLineNamesAPerson(RawLineWorks.Answer answer) {
        for (int i = 0; i < 2; i++) {
            JsonNode answered = ask(
                    "query($k: String) { contacts(first: 3, filter: {keyword: $k}) { nodes { resourceId } } }",
                    Map.of("k", "case-" + answer));
            if (answer != RawLineWorks.Answer.LEFTOVERS) {
                assertCoded(answered);
            }
        }

        assertThat(lines).noneMatch(line -> line.contains("CONFIDENTIAL"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LIMIT_ABSURD")
    void aContactEndsInAFailureOfLineWorksAndNoLogLineNamesAPerson(RawLineWorks.Answer answer) {
        String id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("Contact:77:case-" + answer).getBytes(StandardCharsets.UTF_8));

        assertCoded(ask("query($id: ID!) { contact(id: $id) { resourceId } }", Map.of("id", id)));
        assertThat(lines).noneMatch(line -> line.contains("CONFIDENTIAL"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LIMIT_ABSURD")
    void aListOfTagsEndsInAFailureOfLineWorks(RawLineWorks.Answer answer) {
        if (answer != RawLineWorks.Answer.LEFTOVERS
                && answer != RawLineWorks.Answer.JSON_OF_ANOTHER_SHAPE
                && answer != RawLineWorks.Answer.NUMBER_TOO_LARGE
                && answer != RawLineWorks.Answer.TYPE_ILLEGAL) {
            assertThat(Calls.failure(lineWorks.tags("case-" + answer, Calls.ledger()))
                            .code()
                            .name())
                    .isIn(CODES);
        }
        assertThat(lines).noneMatch(line -> line.contains("CONFIDENTIAL"));
    }

    @Test
    void whoIsRefusedForTheQuotaIsToldWhenToComeBack() {
        JsonNode answered = ask(
                "{ contacts(filter: {domainId: \"78\", keyword: \"case-LIMIT_ABSURD\"}) { nodes { resourceId } } }",
                Map.of());

        assertThat(answered.at("/errors/0/extensions/retryAfterSeconds").asInt())
                .isPositive();
    }

    private JsonNode ask(String query, Map<String, ?> variables) {
        long start = System.nanoTime();
        JsonNode answered = new Gateway(address).ask(query, variables);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
        return answered;
    }

    private static void assertCoded(JsonNode answered) {
        assertThat(answered.at("/errors/0/extensions/code").asText())
                .as(answered.toString())
                .isIn(CODES);
    }
}
