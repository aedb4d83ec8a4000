package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The quota as a frontend and an operator see it. Each test uses up an operation of its own. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class QuotaTest {

    private static final String LIST = "{ contacts(first: 1) { nodes { resourceId } } }";
    private static final String CONTACT =
            "{ contact(id: \"Q29udGFjdDoxOjU1MGU4NDAwLWUyOWItNDFkNC1hNzE2LTQ0NjY1NTQ0MDAwMA\") { resourceId } }";
    private static final String PRIVATE = "{ privateContacts(memberEmail: \"account2@example.com\") { totalCount } }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @AfterEach
    void leaveNoFaults() {
        gateway.reset();
    }

    @Test
    void aUsedUpMinuteIsNotOverdrawnAndSaysHowLongToWait() {
        gateway.faults("/listContacts", "{\"rateLimitPerMinute\":3}");
        for (int i = 0; i < 2; i++) {
            assertThat(gateway.ask(LIST, Map.of()).has("errors")).isFalse();
        }

        long start = System.nanoTime();
        JsonNode answer = gateway.ask(LIST, Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("UPSTREAM_RATE_LIMITED");
        assertThat(answer.at("/errors/0/extensions/retryable").asBoolean()).isTrue();
        assertThat(answer.at("/errors/0/extensions/retryAfterSeconds").asInt()).isBetween(50, 61);
        assertThat(System.nanoTime() - start).as("at once").isLessThan(1_500_000_000L);
        assertThat(gateway.calls("listContacts")).isEqualTo(2);
    }

    @Test
    void aRefusalByLineWorksStopsTheOperationAndNoOther() {
        gateway.faults("/listPrivateContacts", "{\"errors\":{\"429\":1}}");
        JsonNode first = gateway.ask(PRIVATE, Map.of()).at("/errors/0/extensions");
        gateway.faults("/listPrivateContacts", "{}");
        gateway.sandbox("DELETE", "/sandbox/calls", "");

        JsonNode extensions = gateway.ask(PRIVATE, Map.of()).at("/errors/0/extensions");

        assertThat(first.path("retryAfterSeconds").asInt())
                .as("the first one is told too")
                .isEqualTo(61);

        assertThat(extensions.path("code").asText()).isEqualTo("UPSTREAM_RATE_LIMITED");
        assertThat(extensions.path("retryAfterSeconds").asInt()).isBetween(50, 61);
        assertThat(gateway.calls("listPrivateContacts")).isZero();
        assertThat(gateway.ask("{ tags { name } }", Map.of()).has("errors")).isFalse();
    }

    @Test
    void aFailingLineWorksIsSparedAndFoundAgain() throws InterruptedException {
        gateway.faults("/getContact", "{\"errors\":{\"503\":1}}");
        for (int i = 0; i < 3; i++) {
            assertThat(code(gateway.ask(CONTACT, Map.of()))).isEqualTo("UPSTREAM_UNAVAILABLE");
        }
        assertThat(gateway.calls("getContact"))
                .as("two a query, until kept back")
                .isBetween(3, 4);

        gateway.faults("/getContact", "{}");
        Thread.sleep(1_200);

        assertThat(gateway.ask(CONTACT, Map.of()).at("/data/contact/resourceId").asText())
                .isNotEmpty();
    }

    @Test
    void aSimulatorThatIsResetLeavesNothingOfItsFaultsBehind() {
        gateway.faults("/listPrivateContacts", "{\"errors\":{\"429\":1}}");
        gateway.faults("/getContact", "{\"errors\":{\"503\":1}}");
        for (int i = 0; i < 3; i++) {
            assertThat(code(gateway.ask(PRIVATE, Map.of()))).isEqualTo("UPSTREAM_RATE_LIMITED");
            assertThat(code(gateway.ask(CONTACT, Map.of()))).isEqualTo("UPSTREAM_UNAVAILABLE");
        }

        gateway.sandbox("DELETE", "/sandbox/faults", "");

        assertThat(gateway.ask(PRIVATE, Map.of()).has("errors")).isFalse();
        assertThat(gateway.ask(CONTACT, Map.of()).has("errors")).isFalse();
    }

    @Test
    void anOperatorSeesCallsRefusalsAndWhatIsLeft() {
        gateway.ask("{ tags { name } }", Map.of());
        gateway.ask(CONTACT, Map.of());
        gateway.status("/no/such/path");

        assertThat(new Gateway(management).text("/q/metrics"))
                .contains(
                        "http_client_request_duration_seconds_count{error_type=\"\",http_request_method=\"GET\",http_response_status_code=\"200\",operation=\"listTags\"}",
                        "meishi_upstream_quota_left{domain=\"1\",operation=\"getContact\"}",
                        "meishi_upstream_breaker_open{domain=\"1\",operation=\"getContact\"}",
                        "meishi_upstream_waited_seconds_count{operation=\"listTags\"}")
                .doesNotContain("/no/such/path", "http_server_requests", "http_client_requests");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText();
    }
}
