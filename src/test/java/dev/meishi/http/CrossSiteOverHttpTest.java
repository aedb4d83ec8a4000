package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
import static dev.meishi.wire.GraphqlClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites, where none is allowed. */
@QuarkusTest
class CrossSiteOverHttpTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aGetOfAnotherSitesPageIsRefused(String site) {
        HttpResponse<String> response = caller.get(QUERY, "Sec-Fetch-Site", site);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(code(response)).isEqualTo("CROSS_SITE_REQUEST");
        assertThat(json(response).has("data")).isFalse();
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aGetOfAnotherOriginIsRefused() {
        assertThat(caller.get(QUERY, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(caller.get(QUERY, "Origin", "null").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name"})
    void aHeaderThatABrowserAsksForFirstLetsItPass(String header) {
        assertThat(caller.get(QUERY, "Sec-Fetch-Site", "cross-site", header, "1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsNoBrowserOrOfThisVeryHostPasses() {
        String own = "http://" + address.getHost() + ":" + address.getPort();

        assertThat(caller.get(QUERY).statusCode()).isEqualTo(200);
        assertThat(caller.get(QUERY, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        assertThat(caller.get(QUERY, "Sec-Fetch-Site", "none").statusCode()).isEqualTo(200);
        assertThat(caller.get(QUERY, "Origin", own).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingThatAFormCanSendIsExecuted() {
        for (String type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
            HttpResponse<String> response = caller.post(
                    "{\"query\":\"{ __typename }\"}",
                    "Content-Type",
                    type,
                    "Origin",
                    "https://evil.example",
                    "Sec-Fetch-Site",
                    "cross-site");
            assertThat(response.statusCode()).isEqualTo(415);
        }
    }

    @Test
    void aBrowserThatAsksFirstIsAllowedNothing() {
        HttpResponse<String> response = caller.send(
                "OPTIONS",
                "/graphql",
                BodyPublishers.noBody(),
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(header(response, "Vary")).contains("Origin");
    }
}
