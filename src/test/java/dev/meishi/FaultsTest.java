package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.quota.Governor;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault the simulator can produce ends in its code, in time, with what can be had, and with no credential shown. */
@QuarkusTest
@TestProfile(FaultsTest.ShortDeadline.class)
class FaultsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final String LIST = "{ contacts(first: 100) { nodes { resourceId } } }";
    private static final String CONTACT =
            "{ contact(id: \"Q29udGFjdDoxOjU1MGU4NDAwLWUyOWItNDFkNC1hNzE2LTQ0NjY1NTQ0MDAwMA\") { resourceId } }";
    private static final String TAGS = "{ tags { name } }";
    private static final String PRIVATE = "{ privateContacts(memberEmail: \"account2@example.com\") { totalCount } }";

    @TestHTTPResource
    URI address;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final LogRecorder recorder = new LogRecorder(log);
    private Gateway gateway;

    /** A deadline that a test can wait for. */
    public static class ShortDeadline implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.upstream.timeout", DEADLINE.toString(), "meishi.upstream.connect-timeout", "500ms");
        }
    }

    /** With a governor that knows nothing of the faults of other tests; it would stop calls for a minute after a 429. */
    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
        Arc.container().instance(Governor.class).destroy();
        LogContext.getLogContext().getLogger("").addHandler(recorder);
    }

    @AfterEach
    void noLineOfTheLogHasACredential() {
        LogContext.getLogContext().getLogger("").removeHandler(recorder);
        gateway.reset();
        assertThat(log)
                .noneMatch(line -> line.contains("sandbox-consumer-key") || line.contains("sandbox-server-token"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"hang\":1}                                          | UPSTREAM_TIMEOUT      | true",
                "{\"latency\":\"PT5S\"}                                | UPSTREAM_TIMEOUT      | true",
                "{\"cut\":1}                                           | UPSTREAM_UNAVAILABLE  | true",
                "{\"malformed\":1}                                     | UPSTREAM_INVALID      | true",
                "{\"wrongContentType\":1}                              | UPSTREAM_INVALID      | true",
                "{\"errors\":{\"400\":1}}                              | UPSTREAM_REJECTED     | false",
                "{\"errors\":{\"401\":1}}                              | UPSTREAM_UNAUTHORIZED | false",
                "{\"errors\":{\"403\":1}}                              | UPSTREAM_FORBIDDEN    | false",
                "{\"errors\":{\"429\":1}}                              | UPSTREAM_RATE_LIMITED | true",
                "{\"errors\":{\"500\":1}}                              | UPSTREAM_UNAVAILABLE  | true",
                "{\"errors\":{\"503\":1},\"errorShape\":\"GATEWAY\"}   | UPSTREAM_UNAVAILABLE  | true",
                "{\"errors\":{\"503\":1},\"errorShape\":\"SERVICE\"}   | UPSTREAM_UNAVAILABLE  | true",
                "{\"errors\":{\"503\":1},\"errorShape\":\"V1\"}        | UPSTREAM_UNAVAILABLE  | true",
                "{\"errors\":{\"503\":1},\"errorShape\":\"V2\"}        | UPSTREAM_UNAVAILABLE  | true",
            })
    void everyOperationEndsInTheFaultsCodeWithinTheDeadline(String fault, String code, boolean retryable) {
        gateway.faults("", fault);
        long start = System.nanoTime();
        Map<String, CompletableFuture<JsonNode>> answers = Stream.of(LIST, CONTACT, TAGS, PRIVATE)
                .collect(Collectors.toMap(Function.identity(), gateway::askAsync));

        answers.forEach((query, answered) -> {
            JsonNode answer = answered.join();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(MARGIN));
            assertThat(answer.path("errors")).as("%s: %s", query, answer).hasSize(1);
            JsonNode extensions = answer.at("/errors/0/extensions");
            assertThat(extensions.path("code").asText())
                    .as("%s: %s", query, answer)
                    .isEqualTo(code);
            assertThat(extensions.path("retryable").asBoolean()).isEqualTo(retryable);
            assertThat(answer.toString()).doesNotContain("Exception", "dev.meishi", "java.", "sandbox-server-token");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATEWAY", "SERVICE", "V1", "V2"})
    void anErrorBodyWithStatus200IsAnErrorAllTheSame(String shape) {
        gateway.faults("", "{\"errors\":{\"200\":1},\"errorShape\":\"" + shape + "\"}");

        for (String query : List.of(LIST, CONTACT, TAGS, PRIVATE)) {
            JsonNode answer = gateway.ask(query, Map.of());
            assertThat(answer.at("/errors/0/extensions/code").asText())
                    .as("%s: %s", query, answer)
                    .startsWith("UPSTREAM_");
        }
    }

    @Test
    void aTruncatedPageIsRefusedAndNotPassedOn() {
        gateway.faults("/listContacts", "{\"truncatedPage\":1}");

        assertThat(gateway.ask(LIST, Map.of()).at("/errors/0/extensions/code").asText())
                .isEqualTo("UPSTREAM_INVALID");
        assertThat(log).anyMatch(line -> line.contains("UPSTREAM_INVALID"));
    }

    @Test
    void aNextPageThatDoesNotGrowEndsTheList() {
        gateway.faults("/listContacts", "{\"repeatNextPage\":true}");

        JsonNode answer =
                gateway.ask("{ contacts(first: 100) { nodes { resourceId } pageInfo { hasNextPage } } }", Map.of());

        assertThat(answer.at("/data/contacts/nodes")).hasSize(100);
        assertThat(answer.at("/data/contacts/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void worksAtIsReadAsAnObjectToo() {
        String query =
                "{ contacts(first: 50, filter: {externalOnly: true}) { nodes { worksAt { type resourceId buddyUserIds } } } }";
        JsonNode asList = gateway.ask(query, Map.of());
        gateway.faults("/listContacts", "{\"worksAtAsObject\":true}");

        assertThat(gateway.ask(query, Map.of())).isEqualTo(asList);
        assertThat(asList.at("/data/contacts/nodes/0/worksAt")).hasSize(1);
    }

    @Test
    void whatDoesNotNeedTheBrokenOperationIsKept() {
        gateway.faults("/getContact", "{\"errors\":{\"500\":1}}");

        JsonNode answer =
                gateway.ask("{ contacts(first: 2) { nodes { resourceId } } " + CONTACT.substring(1), Map.of());

        assertThat(answer.at("/data/contacts/nodes")).hasSize(2);
        assertThat(answer.at("/data/contact").isNull()).isTrue();
        assertThat(answer.at("/errors/0/path/0").asText()).isEqualTo("contact");
    }
}
