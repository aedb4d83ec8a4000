package dev.meishi.lineworks.v2;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.meishi.Gateway;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import dev.meishi.relay.GlobalId;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client of the graph is told where API 2.0 answers badly: a code, in time. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@Timeout(60)
class BadAnswersTest {

    private static final Duration IN_TIME = LineWorksV2Stub.DEADLINE.multipliedBy(2);

    private static final String LIST = """
            query($after: String, $filter: ContactFilter) {
              contacts(first: 1, after: $after, filter: $filter) {
                nodes { resourceId }
                pageInfo { endCursor hasNextPage }
              }
            }""";

    private static final String ONE = "query($id: ID!) { contact(id: $id) { resourceId } }";

    private static final String PAGE =
            "{\"contacts\":[{\"contactId\":\"a\"}],\"responseMetaData\":{\"nextCursor\":\"n+/=\"}}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void begin() {
        gateway = new Gateway(address);
        for (UpstreamReset reset : UpstreamReset.values()) {
            resets.fire(reset);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "400, INVALID_PARAMETER, UPSTREAM_REJECTED",
                "401, UNAUTHORIZED, UPSTREAM_UNAUTHORIZED",
                "403, FORBIDDEN, UPSTREAM_FORBIDDEN",
                "404, NOT_FOUND, NOT_FOUND",
                "409, CONFLICT, UPSTREAM_REJECTED",
                "410, DELETED, NOT_FOUND",
                "429, TOO_MANY_REQUESTS, UPSTREAM_RATE_LIMITED",
                "500, INTERNAL_SERVER_ERROR, UPSTREAM_UNAVAILABLE",
                "502, -, UPSTREAM_UNAVAILABLE",
                "503, -, UPSTREAM_UNAVAILABLE",
                "504, -, UPSTREAM_TIMEOUT"
            })
    void aStatusHasItsCode(int status, @Nullable String vendorCode, String code) {
        String body = vendorCode == null ? "" : "{\"code\":\"" + vendorCode + "\",\"description\":\"why\"}";

        assertThat(code(aResponse().withStatus(status).withBody(body))).isEqualTo(code);
    }

    @Test
    void aRateLimitSaysWhenToComeBack() {
        LineWorksV2Stub.answering(server, aResponse().withStatus(429).withHeader("Retry-After", "9"));

        JsonNode extensions = list(null, Map.of()).at("/errors/0/extensions");

        assertThat(extensions.path("code").asText()).isEqualTo("UPSTREAM_RATE_LIMITED");
        assertThat(extensions.path("retryAfterSeconds").asInt())
                .as(extensions.toString())
                .isBetween(8, 11);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, application/json",
                "<html>Login</html>, text/html",
                "{}, application/json",
                "null, application/json"
            })
    void aBodyThatIsNoListIsInvalid(@Nullable String body, String type) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(200).withHeader("Content-Type", type);

        assertThat(code(body == null ? answer : answer.withBody(body))).isEqualTo("UPSTREAM_INVALID");
    }

    @Test
    void aRedirectToAForeignHostIsNotFollowed() {
        WireMockServer foreign = new WireMockServer(options().dynamicPort());
        foreign.start();
        try {
            foreign.stubFor(any(anyUrl()).willReturn(okJson(PAGE)));

            assertThat(code(aResponse().withStatus(302).withHeader("Location", foreign.baseUrl() + "/v1.0/contacts")))
                    .isEqualTo("UPSTREAM_INVALID");
            assertThat(foreign.getAllServeEvents()).isEmpty();
        } finally {
            foreign.stop();
        }
    }

    @Test
    void aMissingScopeIsSaidSo() {
        assertThat(code(aResponse()
                        .withStatus(403)
                        .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"contact.read\"")))
                .isEqualTo("UPSTREAM_FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource({"403, UPSTREAM_FORBIDDEN", "404, NOT_FOUND"})
    void oneMemberSContactsMayBeOutOfReachAlone(int status, String code) {
        LineWorksV2Stub.answering(server, okJson(PAGE));
        server.stubFor(get(urlPathMatching("/v1.0/users/.*"))
                .willReturn(aResponse().withStatus(status).withBody("{\"code\":\"X\",\"description\":\"d\"}")));

        JsonNode answer = list(null, Map.of("accessibleTo", "m@example.com"));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo(code);
        assertThat(list(null, Map.of()).has("errors")).isFalse();
    }

    @Test
    void aCursorThatIsRefusedIsStaleAndOneOfNobodyIsInvalid() {
        LineWorksV2Stub.answering(server, aResponse().withStatus(400).withBody("{\"code\":\"INVALID_PARAMETER\"}"));
        server.stubFor(get(urlPathEqualTo("/v1.0/contacts"))
                .withQueryParam("cursor", absent())
                .willReturn(okJson(PAGE)));
        server.stubFor(get(urlPathEqualTo("/v1.0/contacts"))
                .withQueryParam("cursor", matching(".*"))
                .willReturn(aResponse().withStatus(400).withBody("{\"code\":\"INVALID_PARAMETER\"}")));
        String after =
                list(null, Map.of()).at("/data/contacts/pageInfo/endCursor").asText();

        assertThat(list(after, Map.of()).at("/errors/0/extensions/code").asText())
                .isEqualTo("CURSOR_STALE");
        assertThat(list("x" + after, Map.of()).at("/errors/0/extensions/code").asText())
                .isEqualTo("INVALID_CURSOR");
        assertThat(list(after, Map.of("open", true))
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("INVALID_CURSOR");
    }

    @ParameterizedTest
    @CsvSource({"404", "410"})
    void aContactThatIsGoneIsNull(int status) {
        LineWorksV2Stub.answering(server, aResponse().withStatus(status).withBody("{\"code\":\"NOT_FOUND\"}"));

        JsonNode answer = gateway.ask(
                ONE, Map.of("id", new GlobalId("Contact", LineWorksV2Stub.DOMAIN, "gone" + status).encode()));

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/contact").isNull()).isTrue();
    }

    private String code(ResponseDefinitionBuilder answer) {
        LineWorksV2Stub.answering(server, answer);
        long began = System.nanoTime();
        JsonNode answered = list(null, Map.of());

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
        assertThat(answered.at("/data/contacts").isNull())
                .as(answered.toString())
                .isTrue();
        assertThat(answered.toString()).doesNotContain("Login");
        return answered.at("/errors/0/extensions/code").asText();
    }

    private JsonNode list(@Nullable String after, Map<String, ?> filter) {
        Map<String, @Nullable Object> variables = new HashMap<>(Map.of("filter", filter));
        variables.put("after", after);
        return gateway.ask(LIST, variables);
    }
}
