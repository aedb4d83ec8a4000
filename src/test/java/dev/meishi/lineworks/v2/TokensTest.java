package dev.meishi.lineworks.v2;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.meishi.lineworks.v2.ColdGateway.answer;
import static dev.meishi.lineworks.v2.ColdGateway.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.meishi.connection.Page;
import dev.meishi.contact.Contact;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Account;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the gateway proves who it is to API 2.0: by which request, and how often. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@Timeout(120)
class TokensTest {

    @Inject
    ColdGateway gateway;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @Stub
    @SuppressWarnings("NullAway.Init")
    Account account;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MeterRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private LineWorks lineWorks;

    @BeforeEach
    void begin() {
        lineWorks = gateway.lineWorks();
        LineWorksV2Stub.answering(server, okJson(LineWorksV2Stub.NO_CONTACTS));
    }

    @AfterEach
    void restore() throws IOException {
        account.restore();
    }

    @Test
    void anAssertionIsExchangedForAToken() throws IOException, GeneralSecurityException {
        answer(ColdGateway.list(lineWorks));

        LoggedRequest request = LineWorksV2Stub.tokenCalls(server).get(0);
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(request.containsHeader("Authorization")).isFalse();
        assertThat(request.formParameter("grant_type").firstValue())
                .isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
        assertThat(request.formParameter("client_id").firstValue()).isEqualTo(LineWorksV2Stub.CLIENT_ID);
        assertThat(request.formParameter("client_secret").firstValue()).isEqualTo(LineWorksV2Stub.CLIENT_SECRET);
        assertThat(request.formParameter("scope").firstValue()).isEqualTo("contact.read user.read");

        String[] parts = request.formParameter("assertion").firstValue().split("\\.", -1);
        JsonNode claims = json(parts[1]);
        long now = Instant.now().getEpochSecond();
        assertThat(json(parts[0]).path("alg").asText()).isEqualTo("RS256");
        assertThat(claims.path("iss").asText()).isEqualTo(LineWorksV2Stub.CLIENT_ID);
        assertThat(claims.path("sub").asText()).isEqualTo(LineWorksV2Stub.SERVICE_ACCOUNT);
        assertThat(claims.path("iat").asLong()).isBetween(now - 60, now);
        assertThat(claims.path("exp").asLong()).isBetween(now + 60, now + 3600);
        assertThat(isSignedBy(account.keys(), request)).isTrue();
    }

    private static boolean isSignedBy(KeyPair keys, LoggedRequest request) throws GeneralSecurityException {
        String[] parts = request.formParameter("assertion").firstValue().split("\\.", -1);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private List<CompletableFuture<Page<Contact>>> underWay() {
        return IntStream.range(0, 100)
                .mapToObj(i -> ColdGateway.list(lineWorks).subscribeAsCompletionStage())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void callsForTokensAreMeasuredByHowTheyEnd() {
        long issued = measured("200", "");
        long refused = measured("401", "UPSTREAM_UNAUTHORIZED");

        answer(ColdGateway.list(lineWorks));
        LineWorksV2Stub.issuing(server, aResponse().withStatus(401).withBody("{\"error\":\"invalid_client\"}"));
        lineWorks = gateway.lineWorks();
        failure(ColdGateway.list(lineWorks));

        assertThat(measured("200", "")).isEqualTo(issued + 1);
        assertThat(measured("401", "UPSTREAM_UNAUTHORIZED")).isEqualTo(refused + 1);
    }

    private long measured(String status, String error) {
        Timer timer = registry.find("http.client.request.duration")
                .tags(
                        "operation",
                        "issueToken",
                        "http.request.method",
                        "POST",
                        "http.response.status_code",
                        status,
                        "error.type",
                        error)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private static void replace(Path file, String content) throws IOException {
        Path next = Files.writeString(file.resolveSibling("next"), content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aThousandColdCallsAskForOneToken() {
        LineWorksV2Stub.issuing(
                server,
                okJson("{\"access_token\":\"t0ken-1\",\"expires_in\":3600}").withFixedDelay(300));
        List<CompletableFuture<Page<Contact>>> calls = IntStream.range(0, 1000)
                .mapToObj(i -> ColdGateway.list(lineWorks).subscribeAsCompletionStage())
                .toList();
        calls.forEach(
                call -> assertThat(call.handle((page, thrown) -> true).join()).isTrue());

        assertThat(LineWorksV2Stub.tokenCalls(server)).hasSize(1);
        assertThat(LineWorksV2Stub.calls(server)).isNotEmpty();
    }

    @Test
    void aTokenIsUsedForItsLife() {
        answer(ColdGateway.list(lineWorks));
        answer(ColdGateway.list(lineWorks));

        assertThat(LineWorksV2Stub.tokenCalls(server)).hasSize(1);
        assertThat(LineWorksV2Stub.calls(server)).hasSize(2);
    }

    @Test
    void anExpiredTokenCostsARetryAndNoError() {
        answer(ColdGateway.list(lineWorks));
        server.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer t0ken-1"))
                .willReturn(
                        aResponse().withStatus(401).withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
        LineWorksV2Stub.issuing(server, "t0ken-2");

        answer(ColdGateway.list(lineWorks));

        assertThat(LineWorksV2Stub.tokenCalls(server)).hasSize(2);
        assertThat(LineWorksV2Stub.calls(server))
                .extracting(call -> call.getHeader("Authorization"))
                .containsExactly("Bearer t0ken-1", "Bearer t0ken-1", "Bearer t0ken-2");
    }

    @Test
    void tokensThatAreAlwaysRejectedAreAFailureOfTwoCalls() {
        server.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer t0ken-1"))
                .willReturn(aResponse().withStatus(401)));

        assertThat(failure(ColdGateway.list(lineWorks)).code()).isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        assertThat(LineWorksV2Stub.calls(server)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client, client-secret",
        "invalid_grant, private-key",
        "invalid_scope, meishi.upstream.scope",
        "unauthorized_client, service account",
        "something_else, client-id"
    })
    void whatTheTokenEndpointRefusesIsSaidWithItsError(String error, String advice) {
        LineWorksV2Stub.issuing(
                server,
                aResponse().withStatus(400).withBody("{\"error\":\"" + error + "\",\"error_description\":\"QUOTED\"}"));

        Failure failure = failure(ColdGateway.list(lineWorks));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        assertThat(failure.upstreamCode()).isEqualTo(error);
        assertThat(failure)
                .hasMessageContaining(error)
                .hasMessageContaining(advice)
                .hasMessageNotContaining("QUOTED");
        assertThat(LineWorksV2Stub.calls(server)).isEmpty();
    }

    @Test
    void aWrongKeyIsAskedAboutOnceHoweverManyQueriesCome() {
        LineWorksV2Stub.issuing(server, aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}"));

        for (int i = 0; i < 200; i++) {
            assertThat(failure(ColdGateway.list(lineWorks)).code()).isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        }

        assertThat(LineWorksV2Stub.tokenCalls(server).size()).isLessThan(5);
    }

    @ParameterizedTest
    @CsvSource({
        "302, '', UPSTREAM_INVALID",
        "401, '', UPSTREAM_UNAUTHORIZED",
        "404, <html>, UPSTREAM_INVALID",
        "429, '', UPSTREAM_RATE_LIMITED",
        "503, down, UPSTREAM_UNAVAILABLE",
        "200, '', UPSTREAM_INVALID",
        "200, <html>, UPSTREAM_INVALID",
        "200, {}, UPSTREAM_INVALID",
        "'200', '{\"access_token\":\"a b\"}', UPSTREAM_INVALID",
        "'200', '{\"access_token\":\"a\\r\\nX: y\"}', UPSTREAM_INVALID",
        "'200', '{\"access_token\":\"a\",\"token_type\":\"mac\"}', UPSTREAM_INVALID"
    })
    void whatElseATokenEndpointAnswersHasItsCode(int status, String body, ErrorCode code) {
        LineWorksV2Stub.issuing(
                server,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Location", server.baseUrl() + "/elsewhere")
                        .withBody(body));

        assertThat(failure(ColdGateway.list(lineWorks)).code()).isEqualTo(code);
        assertThat(LineWorksV2Stub.calls(server)).isEmpty();
    }

    @Test
    void aTokenEndpointThatDoesNotAnswerIsGivenUp() {
        LineWorksV2Stub.issuing(server, okJson("{}").withFixedDelay(9_000));

        assertThat(failure(ColdGateway.list(lineWorks)).code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "\"3600\"", "null", "\"\"", "-1"})
    void aLifeMayBeANumberOrAText(String life) {
        LineWorksV2Stub.issuing(server, okJson("{\"access_token\":\"t0ken-1\",\"expires_in\":" + life + "}"));

        answer(ColdGateway.list(lineWorks));
        answer(ColdGateway.list(lineWorks));

        assertThat(LineWorksV2Stub.tokenCalls(server)).hasSize(1);
    }

    @Test
    void keyAndSecretAreReadFromTheirFilesAgain() throws IOException {
        Files.writeString(account.secretFile(), "new-s3cret\n");
        Files.writeString(account.keyFile(), Account.pem(Account.generate()).replace("\n", "\\n"));

        answer(ColdGateway.list(lineWorks));

        LoggedRequest request = LineWorksV2Stub.tokenCalls(server).get(0);
        assertThat(request.formParameter("client_secret").firstValue()).isEqualTo("new-s3cret");
    }

    @Test
    void keyAndSecretThatChangeUnderLoadFailNoCall() throws IOException, GeneralSecurityException {
        LineWorksV2Stub.issuing(server, aResponse().withStatus(401).withBody("{\"error\":\"invalid_client\"}"));
        LineWorksV2Stub.issuing(server, LineWorksV2Stub.CLIENT_SECRET, "t0ken-1");
        answer(ColdGateway.list(lineWorks));

        List<CompletableFuture<Page<Contact>>> calls = underWay();
        KeyPair keys = Account.generate();
        replace(account.keyFile(), Account.pem(keys));
        replace(account.secretFile(), "new-s3cret\n");
        LineWorksV2Stub.issuing(server, aResponse().withStatus(401).withBody("{\"error\":\"invalid_client\"}"));
        LineWorksV2Stub.issuing(server, "new-s3cret", "t0ken-2");
        server.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer t0ken-1"))
                .willReturn(aResponse().withStatus(401)));
        calls.addAll(underWay());

        assertThat(calls).allSatisfy(call -> assertThat(call.join().items()).isEmpty());
        assertThat(LineWorksV2Stub.calls(server))
                .extracting(call -> call.getHeader("Authorization"))
                .startsWith("Bearer t0ken-1")
                .endsWith("Bearer t0ken-2");
        assertThat(LineWorksV2Stub.tokenCalls(server)).hasSize(2);
        assertThat(isSignedBy(keys, LineWorksV2Stub.tokenCalls(server).get(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n%%%\n-----END PRIVATE KEY-----"
            })
    void aFileWithoutAUsableKeyIsSaidSo(String content) throws IOException {
        Files.writeString(account.keyFile(), content);

        Failure failure = failure(ColdGateway.list(lineWorks));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        assertThat(failure)
                .hasMessageContaining("meishi.upstream.private-key "
                        + (content.isEmpty() ? "names a file that is empty" : "cannot be used"));
        assertThat(LineWorksV2Stub.tokenCalls(server)).isEmpty();
    }

    @Test
    void aKeyWhoseFileIsGoneIsSaidSo() throws IOException {
        Files.delete(account.keyFile());

        assertThat(failure(ColdGateway.list(lineWorks)))
                .hasMessageContaining("meishi.upstream.private-key names a file that does not exist")
                .hasMessageNotContaining(account.keyFile().toString());
    }

    private static JsonNode json(String part) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
