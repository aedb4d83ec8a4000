package dev.meishi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
import dev.meishi.InDevelopment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of operations that came over HTTP. */
@QuarkusTest
@TestProfile(InDevelopment.class)
class TelemetryOverHttpTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MeterRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    @AfterEach
    void startOver() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @Test
    void anOperationIsRecordedByNameTypeAndOutcome() {
        gateway.ask("query TagNames { tags { name } }", Map.of());

        assertThat(count("TagNames", "query", "success")).isEqualTo(1);
        assertThat(new Gateway(management).text("/q/metrics"))
                .contains("meishi_operation_duration_seconds_bucket{graphql_operation_name=\"TagNames\","
                        + "graphql_operation_type=\"query\",outcome=\"success\",le=\"0.0025\"}");
    }

    @Test
    void oneFromCachesAloneIsRecordedToo() {
        gateway.ask("query Schema { __typename }", Map.of());

        assertThat(count("Schema", "query", "success")).isEqualTo(1);
    }

    @Test
    void errorsAtFieldsMakeAnOutcomeOfItsOwn() {
        gateway.faults("/getContact", "{\"errors\":{\"429\":1}}");
        double before = errors("UPSTREAM_RATE_LIMITED");

        gateway.ask("query Parts { __typename contact(id: \"" + contact() + "\") { resourceId } }", Map.of());

        assertThat(count("Parts", "query", "partial")).isEqualTo(1);
        assertThat(errors("UPSTREAM_RATE_LIMITED")).isEqualTo(before + 1);
    }

    @Test
    void aDocumentThatIsNotValidIsRefusedWithoutAName() {
        double before = count("", "", "refused");

        gateway.ask("query Wrong { nothing }", Map.of());

        assertThat(count("", "", "refused")).isEqualTo(before + 1);
        assertThat(registry.find(OperationTimers.NAME)
                        .tag("graphql.operation.name", "Wrong")
                        .timers())
                .isEmpty();
    }

    @Test
    void anOperationOverALimitIsRefusedUnderItsName() {
        String costly =
                ": contacts(first: 500) { nodes { tags { id } emails { address } phones { type } organizations { name }"
                        + " locations { type } events { type } websites { value } photos { path } } } ";

        gateway.ask(
                "query Huge { a" + costly + "b" + costly + "c" + costly + "d" + costly + "e" + costly + "}", Map.of());

        assertThat(count("Huge", "query", "refused")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, application/json, {}, 405, METHOD_NOT_ALLOWED",
        "POST, text/plain, {}, 415, UNSUPPORTED_MEDIA_TYPE",
        "POST, application/json, {\"query\":, 400, BAD_REQUEST",
        "POST, application/json, 131073, 413, LIMIT_EXCEEDED"
    })
    void whatIsRefusedBeforeAnOperationIsLookedForIsCountedOnItsOwn(
            String method, String type, String body, int status, String code) throws Exception {
        double before = refused(status, code);
        double operations = errors(code);
        String sent = body.matches("\\d+") ? " ".repeat(Integer.parseInt(body)) : body;

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("/graphql"))
                                .header("Content-Type", type)
                                .header("Accept", "application/graphql-response+json")
                                .method(method, BodyPublishers.ofString(sent))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(refused(status, code)).isEqualTo(before + 1);
        assertThat(errors(code)).isEqualTo(operations);
    }

    @Test
    void aHeadThatIsRefusedIsCountedToo() throws IOException {
        double before = refused(400, "BAD_REQUEST");

        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("GET /graphql HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ");
        }

        assertThat(refused(400, "BAD_REQUEST")).isEqualTo(before + 1);
    }

    @Test
    void anOperationThatIsRefusedIsNoRequestThatIsRefused() {
        double before = refused(200, "GRAPHQL_VALIDATION_FAILED") + refused(400, "GRAPHQL_VALIDATION_FAILED");

        gateway.ask("query Wrong { nothing }", Map.of());

        assertThat(refused(200, "GRAPHQL_VALIDATION_FAILED") + refused(400, "GRAPHQL_VALIDATION_FAILED"))
                .isEqualTo(before);
    }

    @Test
    void theBuildIsNamed() {
        assertThat(new Gateway(management).text("/q/metrics"))
                .containsPattern(
                        "meishi_build_info\\{api=\"[12]\\.0\",revision=\"([0-9a-f]{40}|unknown)\",version=\"[^\"]+\"} 1\\.0");
    }

    @Test
    void theCollectorAndTheEventLoopsAreMeasured() {
        assertThat(new Gateway(management).text("/q/metrics"))
                .contains("jvm_gc_", "jvm_memory_used_bytes", "meishi_event_loop_delay_seconds_bucket");
    }

    private String contact() {
        return gateway.ask("{ contacts(first: 1) { nodes { id } } }", Map.of())
                .at("/data/contacts/nodes/0/id")
                .asText();
    }

    private double count(String name, String type, String outcome) {
        Timer timer = registry.find(OperationTimers.NAME)
                .tags("graphql.operation.name", name, "graphql.operation.type", type, "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private double refused(int status, String code) {
        Counter counter = registry.find("meishi.requests.refused")
                .tags("http.response.status_code", String.valueOf(status), "error.type", code)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private double errors(String code) {
        return registry.get("meishi.operation.errors")
                .tag("error.type", code)
                .counter()
                .count();
    }
}
