package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each error status of LINE WORKS becomes one failure, whatever the body. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class ErrorStatusTest {

    @Inject
    LineWorks lineWorks;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @ParameterizedTest
    @CsvSource({
        "301, UPSTREAM_INVALID",
        "304, UPSTREAM_INVALID",
        "400, UPSTREAM_REJECTED",
        "401, UPSTREAM_UNAUTHORIZED",
        "403, UPSTREAM_FORBIDDEN",
        "404, UPSTREAM_INVALID",
        "408, UPSTREAM_TIMEOUT",
        "409, UPSTREAM_REJECTED",
        "429, UPSTREAM_RATE_LIMITED",
        "500, UPSTREAM_UNAVAILABLE",
        "502, UPSTREAM_UNAVAILABLE",
        "503, UPSTREAM_UNAVAILABLE",
        "504, UPSTREAM_TIMEOUT"
    })
    void aStatusDecidesTheCode(int status, ErrorCode code) {
        Calls.answering(server, aResponse().withStatus(status));

        Failure failure = Calls.failedList(lineWorks);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.upstreamCode()).isNull();
        assertThat(failure.retryAfter())
                .isEqualTo(code == ErrorCode.UPSTREAM_RATE_LIMITED ? Duration.ofSeconds(61) : null);
        assertThat(failure).hasMessageContaining(String.valueOf(status));
        assertThat(server.getAllServeEvents())
                .as("asked again only if LINE WORKS was down")
                .hasSize(code == ErrorCode.UPSTREAM_UNAVAILABLE ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "UPSTREAM_INVALID, true",
        "UPSTREAM_REJECTED, false",
        "UPSTREAM_UNAUTHORIZED, false",
        "UPSTREAM_FORBIDDEN, false",
        "NOT_FOUND, false",
        "UPSTREAM_TIMEOUT, true",
        "UPSTREAM_RATE_LIMITED, true",
        "UPSTREAM_UNAVAILABLE, true"
    })
    void aCodeSaysWhetherAskingAgainHelps(ErrorCode code, boolean retryable) {
        assertThat(code.isRetryable()).isEqualTo(retryable);
    }

    @Test
    void aRedirectIsNotFollowed() {
        Calls.answering(server, aResponse().withStatus(302).withHeader("Location", server.baseUrl() + "/elsewhere"));

        assertThat(Calls.failedList(lineWorks).code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(Calls.onlyRequest(server).getUrl()).doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "17, -, 17",
                "0, -, 0",
                "' 5 ', -, 5",
                "-, 9, 9",
                "3, 9, 3",
                "soon, 9, 9",
                "60, -, 60",
                "61, -, 60",
                "9223372036854775807, -, 60",
                "99999999999999999999, -, -",
                "-1, -, -",
                "1.5, -, -",
                "soon, -, -",
                "-, 'Wed, 21 Oct 2026 07:28:00 GMT', -",
                "-, -, -"
            })
    void aRateLimitSaysHowLongToWait(@Nullable String reset, @Nullable String retryAfter, @Nullable Integer seconds) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(429);
        if (reset != null) {
            answer.withHeader("rateLimit-reset", reset);
        }
        if (retryAfter != null) {
            answer.withHeader("Retry-After", retryAfter);
        }
        Calls.answering(server, answer);

        Failure failure = Calls.failedList(lineWorks);

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
        assertThat(failure.retryAfter())
                .as("a second more than LINE WORKS says, as clocks differ; a minute if it says nothing")
                .isEqualTo(Duration.ofSeconds(1 + (seconds == null ? 60 : seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "42",
                "{}",
                "<html>Bad gateway</html>",
                "{\"code\":",
                "{\"code\":{\"a\":1},\"message\":[1]}",
                "\u0000\u0001"
            })
    void anErrorBodyOfAnyKindLeavesTheStatusToDecide(String body) {
        Calls.answering(server, aResponse().withStatus(502).withBody(body));

        Failure failure = Calls.failedList(lineWorks);

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
        assertThat(failure.upstreamCode()).isNull();
        assertThat(failure.getMessage()).doesNotContain("html");
    }

    @Test
    void aHugeErrorBodyMakesAShortMessage() {
        Calls.answering(server, aResponse().withStatus(500).withBody("x".repeat(5_000_000)));
        assertThat(Calls.failedList(lineWorks).getMessage()).hasSizeLessThan(300);

        String json = "{\"code\":\"INTERNAL_SERVER_ERROR\",\"message\":\"" + "x".repeat(1_000_000) + "\"}";
        Calls.answering(server, aResponse().withStatus(500).withBody(json));
        Failure failure = Calls.failedList(lineWorks);
        assertThat(failure.getMessage()).hasSizeLessThan(300);
        assertThat(failure.upstreamCode()).isEqualTo("INTERNAL_SERVER_ERROR");
    }

    @Test
    void aHugeCodeOfTheVendorIsNotPassedOnWhole() {
        String json = "{\"code\":\"" + "X".repeat(1_000_000) + "\"}";
        Calls.answering(server, aResponse().withStatus(500).withBody(json));

        assertThat(Calls.failedList(lineWorks).getMessage()).hasSizeLessThan(1000);
    }

    @Test
    void aMessageOfTheVendorIsOneLine() {
        Calls.answering(server, aResponse().withStatus(400).withBody("{\"code\":\"A\",\"message\":\"one\\r\\ntwo\"}"));

        assertThat(Calls.failedList(lineWorks).getMessage()).contains("one").doesNotContain("\r", "\n");
    }

    @Test
    void aFailWithStatus200IsCutDownToOneShortLineToo() {
        String text = "one\\n" + "x".repeat(1_000_000);
        Calls.answering(server, "{\"code\":\"FAIL\",\"failType\":\"" + text + "\",\"message\":\"" + text + "\"}");

        Failure failure = Calls.failure(lineWorks.privateContacts("huge@example.com", Calls.FIRST_TEN, Calls.ledger()));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_REJECTED);
        assertThat(failure.getMessage()).hasSizeLessThan(1000).doesNotContain("\n");
        assertThat(failure.upstreamCode()).hasSizeLessThan(300);
    }
}
