package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One other site's pages are allowed, and every GET needs a header or that site. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class AllowedOriginTest {

    private static final String FRONTEND = "https://frontend.example";
    private static final String QUERY = "query=%7B__typename%7D";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
    }

    @Test
    void aBrowserThatAsksFirstIsToldThatItMay() {
        HttpResponse<String> response = caller.send(
                "OPTIONS",
                "/graphql",
                BodyPublishers.noBody(),
                "Origin",
                FRONTEND,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(response.statusCode()).isBetween(200, 204);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(FRONTEND);
        assertThat(header(response, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(header(response, "Access-Control-Allow-Headers")).containsIgnoringCase("content-type");
    }

    @Test
    void whatABrowserIsToldIsForThatOriginAloneAndItNeedNotAskAgainAtOnce() {
        HttpResponse<String> response = preflight("/graphql", "POST");

        assertThat(header(response, "Vary")).containsIgnoringCase("Origin");
        assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("7200");
        assertThat(header(caller.ask("{ __typename }", "Origin", FRONTEND), "Access-Control-Expose-Headers"))
                .contains("Age", "ETag", "Retry-After", "X-Request-Id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sandbox/contacts",
                "/sandbox/contacts/230e2625-x31b-41d4-a916-689055440000",
                "/sandbox/calls",
                "/sandbox/scenarios",
                "/sandbox/reset",
                "/sandbox/cache",
                "/export/contacts.ndjson",
                "/graphiql/",
                "/q/metrics",
                "/graphql/",
                "/graphqlx",
                "/r/sandbox/contact/v3/domains/1/shared/contacts"
            })
    void theAllowedSitesPagesMayUseTheGraphAlone(String path) {
        HttpResponse<String> preflight = preflight(path, "POST");
        HttpResponse<String> get =
                caller.send("GET", path, BodyPublishers.noBody(), "Origin", FRONTEND, "Sec-Fetch-Site", "cross-site");

        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(get.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void anExportDoesNotBeginForThem() {
        HttpResponse<String> response = caller.send(
                "GET",
                "/export/contacts.ndjson",
                BodyPublishers.noBody(),
                "Origin",
                FRONTEND,
                "Sec-Fetch-Site",
                "cross-site");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("CROSS_SITE_REQUEST").doesNotContain("\"contact\"");
    }

    @Test
    void theySeeTheSchema() {
        assertThat(header(
                        caller.send("GET", "/graphql/schema.graphql", BodyPublishers.noBody(), "Origin", FRONTEND),
                        "Access-Control-Allow-Origin"))
                .isEqualTo(FRONTEND);
    }

    private HttpResponse<String> preflight(String path, String method) {
        return caller.send(
                "OPTIONS",
                path,
                BodyPublishers.noBody(),
                "Origin",
                FRONTEND,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                "content-type");
    }

    @Test
    void aBrowserThatAsksForAnotherSiteIsToldNothing() {
        HttpResponse<String> response = caller.send(
                "OPTIONS",
                "/graphql",
                BodyPublishers.noBody(),
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");

        assertThat(header(response, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void theAllowedSitesPagesAreAnswered() {
        HttpResponse<String> get = caller.get(QUERY, "Origin", FRONTEND, "Sec-Fetch-Site", "cross-site");
        HttpResponse<String> post = caller.ask("{ __typename }", "Origin", FRONTEND, "Sec-Fetch-Site", "cross-site");

        for (HttpResponse<String> response : List.of(get, post)) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(FRONTEND);
            assertThat(header(response, "Vary")).contains("Accept").contains("Origin");
        }
    }

    @Test
    void anotherSitesPagesAreNot() {
        HttpResponse<String> response =
                caller.get(QUERY, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(response.body()).doesNotContain("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none", "cross-site"})
    void whatABrowserSaysOfItselfIsNotEnough(String site) {
        HttpResponse<String> response = caller.get(QUERY, "Sec-Fetch-Site", site);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(code(response)).isEqualTo("CROSS_SITE_REQUEST");
        assertThat(caller.get(QUERY, "Sec-Fetch-Site", site, "GraphQL-Require-Preflight", "1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoSaysNothingNeedsTheHeaderForAGetAndNotForAPost() {
        assertThat(caller.get(QUERY).statusCode()).isEqualTo(403);
        assertThat(caller.get(QUERY, "Apollo-Require-Preflight", "true").statusCode())
                .isEqualTo(200);
        assertThat(caller.ask("{ __typename }").statusCode()).isEqualTo(200);
    }
}
