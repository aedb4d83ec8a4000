package dev.meishi.lineworks.v2;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.meishi.lineworks.v2.ColdGateway.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.meishi.connection.PageRequest;
import dev.meishi.contact.ReadContact;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each error of API 2.0 becomes one failure: by its status, whatever the body. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@Timeout(60)
class ErrorAnswersTest {

    @Inject
    ColdGateway gateway;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @SuppressWarnings("NullAway.Init")
    private LineWorks lineWorks;

    @BeforeEach
    void begin() {
        lineWorks = gateway.lineWorks();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "302, -, UPSTREAM_INVALID",
                "400, -, UPSTREAM_REJECTED",
                "400, INVALID_PARAMETER, UPSTREAM_REJECTED",
                "400, LIMIT_EXCEEDED, UPSTREAM_REJECTED",
                "401, -, UPSTREAM_UNAUTHORIZED",
                "401, UNAUTHORIZED, UPSTREAM_UNAUTHORIZED",
                "403, FORBIDDEN, UPSTREAM_FORBIDDEN",
                "403, LIMIT_EXCEEDED, UPSTREAM_FORBIDDEN",
                "403, SERVICE_ACCOUNT_NOT_ALLOWED, UPSTREAM_FORBIDDEN",
                "404, USER_NOT_EXIST, NOT_FOUND",
                "404, -, NOT_FOUND",
                "409, CONFLICT, UPSTREAM_REJECTED",
                "410, DELETED, NOT_FOUND",
                "429, TOO_MANY_REQUESTS, UPSTREAM_RATE_LIMITED",
                "500, INTERNAL_SERVER_ERROR, UPSTREAM_UNAVAILABLE",
                "503, -, UPSTREAM_UNAVAILABLE",
                "504, -, UPSTREAM_TIMEOUT"
            })
    void aStatusDecidesTheCode(int status, @Nullable String vendorCode, ErrorCode code) {
        String body = vendorCode == null ? "" : "{\"code\":\"" + vendorCode + "\",\"description\":\"why\"}";

        Failure failure = failed(aResponse().withStatus(status).withBody(body));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.upstreamCode()).isEqualTo(vendorCode);
        assertThat(failure).hasMessageContaining(String.valueOf(status));
        assertThat(failure.summary()).doesNotContain("why");
    }

    @Test
    void aMissingScopeIsSaidSo() {
        Failure failure = failed(aResponse()
                .withStatus(403)
                .withHeader("www-authenticate", "Bearer realm=\"x\", error=\"insufficient_scope\", scope=\"contact\""));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
        assertThat(failure.upstreamCode()).isEqualTo("insufficient_scope");
        assertThat(failure).hasMessageContaining("lacks the scope").hasMessageContaining("meishi.upstream.scope");
    }

    @Test
    void aRightToOneMemberSContactsMayBeMissing() {
        LineWorksV2Stub.answering(server, aResponse().withStatus(403).withBody("{\"code\":\"FORBIDDEN\"}"));

        assertThat(failure(lineWorks.contact(
                                ColdGateway.anyDomain(), "c", ReadContact.strict("77"), ColdGateway.ledger()))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"17, -, 18", "-, 9, 10", "3, 9, 4", "-, -, 61", "soon, -, 61"})
    void aRateLimitSaysHowLongToWait(@Nullable String reset, @Nullable String retryAfter, int seconds) {
        ResponseDefinitionBuilder answer =
                aResponse().withStatus(429).withBody("{\"code\":\"TOO_MANY_REQUESTS\",\"description\":\"d\"}");
        if (reset != null) {
            answer.withHeader("rateLimit-reset", reset);
        }
        if (retryAfter != null) {
            answer.withHeader("Retry-After", retryAfter);
        }

        assertThat(failed(answer).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 502})
    void htmlIsNoAnswer(int status) {
        Failure failure = failed(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body>Login</body></html>"));

        assertThat(failure.code())
                .isEqualTo(status == 502 ? ErrorCode.UPSTREAM_UNAVAILABLE : ErrorCode.UPSTREAM_INVALID);
        assertThat(failure).hasMessageNotContaining("Login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "\"text\"", "{\"contacts\":", "{\"error\":\"x\"}", "null"})
    void anAnswerThatIsNoListIsNotAnEmptyList(String body) {
        assertThat(failed(okJson(body)).code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
    }

    @Test
    void aRedirectIsNotFollowedWithTheToken() {
        Failure failure = failed(aResponse().withStatus(302).withHeader("Location", server.baseUrl() + "/elsewhere"));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(LineWorksV2Stub.calls(server))
                .noneMatch(call -> call.getUrl().contains("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 414})
    void aCursorThatIsRefusedIsStale(int status) {
        LineWorksV2Stub.answering(server, aResponse().withStatus(status).withBody("{\"code\":\"INVALID_PARAMETER\"}"));

        Failure failure = failure(ColdGateway.list(lineWorks, ColdGateway.everything(), PageRequest.at("old", 10)));

        assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE);
        assertThat(failure.upstreamCode()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void moreThanAPageCanHaveIsNoPage() {
        String contacts = "{\"contactId\":\"c\"},".repeat(500) + "{\"contactId\":\"c\"}";

        assertThat(failed(okJson("{\"contacts\":[" + contacts + "]}")).code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
    }

    @Test
    void aCodeThatIsNoneStandsNowhere() {
        Failure failure = failed(aResponse().withStatus(400).withBody("{\"code\":\"Yamada Hanako\"}"));

        assertThat(failure.upstreamCode()).isNull();
        assertThat(failure).hasMessageNotContaining("Yamada");
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        Failure failure = failed(okJson("{\"contacts\":[]}").withFixedDelay(9_000));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
    }

    private Failure failed(ResponseDefinitionBuilder answer) {
        LineWorksV2Stub.answering(server, answer);
        return failure(ColdGateway.list(lineWorks));
    }
}
