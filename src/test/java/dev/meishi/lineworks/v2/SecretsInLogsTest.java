package dev.meishi.lineworks.v2;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.meishi.failure.Failure;
import dev.meishi.leak.LeakDetector;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Account;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mixed traffic with API 2.0, good and bad, while everything is logged that the gateway and its libraries can log. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@TestProfile(SecretsInLogsTest.Traced.class)
@Timeout(120)
class SecretsInLogsTest {

    private static final List<String> QUERIES = List.of(
            "{ contacts(first: 10) { totalCount nodes { id tags { name } master { name } sharedMembers { name } } } }",
            "{ contacts(first: 10, filter: {keyword: \"a\"}) { nodes { id } } }",
            "{ contacts(last: 3, filter: {phone: \"1234\", email: \"example\"}) { nodes { id } } }",
            "{ contactsByPhone(number: \"090-1234-5678\") { id } }",
            "{ changes(since: \"2024-01-01T00:00:00Z\", first: 5) { nodes { id } } }",
            "{ tags { name } }",
            "{ contacts(filter: {accessibleTo: \"someone@example.com\"}) { nodes { id detailedName { prefix } } } }");

    /** All that can be logged is, and nothing of it is shown. */
    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.min-level", "TRACE", "quarkus.log.console.level", "ERROR");
        }
    }

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
    Event<UpstreamReset> resets;

    @AfterEach
    void restore() throws IOException {
        account.restore();
    }

    @Test
    void noLineHasATokenAnAssertionASecretOrAKey() throws IOException {
        String key = Base64.getEncoder()
                .encodeToString(account.keys().getPrivate().getEncoded())
                .substring(100, 160);
        try (LeakDetector log = new LeakDetector(key)) {
            mixedTraffic();
            tokensAreRefused();
            assertThat(LineWorksV2Stub.tokenCalls(server)).isNotEmpty();
            credentialsAreBroken();

            assertThat(log.leaks()).isEmpty();
            assertThat(log.lines()).isGreaterThan(200);
            assertThat(log.loggers())
                    .contains("org.jboss.resteasy.reactive.client.logging.DefaultClientLogger")
                    .anyMatch(name -> name.startsWith("dev.meishi"));
        }
    }

    /** Each answer to several callers at once, with a new token now and then. */
    private void mixedTraffic() {
        int round = 0;
        for (ResponseDefinitionBuilder answer : answers()) {
            LineWorksV2Stub.answering(server, answer);
            LineWorksV2Stub.issuing(server, "t0ken-" + round++);
            server.stubFor(get(urlPathEqualTo("/v1.0/contact-tags")).willReturn(okJson("{\"contactTags\":[]}")));
            server.stubFor(get(urlPathMatching("/v1.0/(users|groups)/external-keys"))
                    .willReturn(aResponse().withStatus(403).withBody("{\"code\":\"FORBIDDEN\"}")));
            resets.fire(UpstreamReset.ALL);
            List<CompletableFuture<Integer>> callers = new ArrayList<>();
            for (String query : QUERIES) {
                callers.add(CompletableFuture.supplyAsync(() -> given().contentType("application/json")
                        .header("Cache-Control", "no-cache")
                        .body(Map.of("query", query, "extensions", Map.of("plan", true)))
                        .post("/graphql")
                        .statusCode()));
            }
            callers.forEach(caller -> assertThat(caller.join()).isBetween(200, 599));
        }
    }

    private static List<ResponseDefinitionBuilder> answers() {
        return List.of(
                okJson(
                        "{\"contacts\":[{\"contactId\":\"c1\",\"permission\":{\"accessibleRange\":\"ALL\",\"masterUserId\":\"m1\"},"
                                + "\"contactName\":{\"lastName\":\"A\"},\"telephones\":[{\"telephone\":\"090-1234-5678\"}]}],"
                                + "\"responseMetaData\":{}}"),
                aResponse().withStatus(401).withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""),
                aResponse().withStatus(403).withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\""),
                aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example.com/?to=1"),
                aResponse().withStatus(404).withBody("{\"code\":\"USER_NOT_EXIST\"}"),
                aResponse().withStatus(429).withHeader("Retry-After", "1"),
                aResponse().withStatus(500).withBody("{\"code\":\"INTERNAL_SERVER_ERROR\"}"),
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>"),
                okJson("{\"contacts\":[{\"contactId\":"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    private void tokensAreRefused() {
        LineWorksV2Stub.answering(server, okJson(LineWorksV2Stub.NO_CONTACTS));
        Stream.of(
                        aResponse()
                                .withStatus(400)
                                .withBody("{\"error\":\"invalid_grant\",\"error_description\":\"s3cret\"}"),
                        aResponse().withStatus(401).withBody("{\"error\":\"s3cret-of-the-app\"}"),
                        aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example.com/token"),
                        aResponse().withStatus(500).withBody("s3cret-of-the-app t0ken-1"),
                        aResponse().withStatus(200).withBody("<html>s3cret-of-the-app</html>"),
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        okJson("{\"access_token\":\"t0ken 1\"}"),
                        okJson("{\"access_token\":[\"t0ken-1\"]}"),
                        okJson("{\"access_token\":\"t0ken-1\",\"token_type\":\"s3cret\"}"))
                .forEach(answer -> {
                    LineWorksV2Stub.issuing(server, answer);
                    attempt();
                });
        LineWorksV2Stub.issuing(server, okJson("{\"access_token\":\"t0ken-1\",\"expires_in\":\"s3cret\"}"));
        attempt();
    }

    private void credentialsAreBroken() throws IOException {
        LineWorksV2Stub.answering(server, okJson(LineWorksV2Stub.NO_CONTACTS));
        Files.writeString(account.keyFile(), account.pem().replace("A", "s3cret"));
        attempt();
        Files.writeString(account.keyFile(), account.pem());
        Files.writeString(account.secretFile(), "");
        attempt();
        Files.delete(account.secretFile());
        attempt();
    }

    /** By a gateway without a token, whether it gets an answer or not. */
    private void attempt() {
        assertThat(Uni.createFrom()
                        .deferred(() -> ColdGateway.list(gateway.lineWorks()))
                        .map(page -> "answered")
                        .onFailure(Failure.class)
                        .recoverWithItem("refused")
                        .await()
                        .atMost(LineWorksV2Stub.DEADLINE.multipliedBy(3)))
                .isNotEmpty();
    }
}
