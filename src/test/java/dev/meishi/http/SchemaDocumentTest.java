package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SchemaDocument}: a text that browsers show, and that nobody is sent twice. */
@QuarkusTest
class SchemaDocumentTest {

    private static final String PATH = "/graphql/schema.graphql";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    private HttpResponse<String> send(String method, String... headers) {
        return new GraphqlClient(address).send(method, PATH, BodyPublishers.noBody(), headers);
    }

    @Test
    void aBrowserShowsIt() {
        HttpResponse<String> served = send("GET");

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(header(served, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(served, "Content-Disposition")).startsWith("inline");
        assertThat(header(served, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(served, "Cache-Control")).isEqualTo("no-cache");
        assertThat(served.body()).startsWith("schema {").contains("type Contact implements Node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void whoHasItIsNotSentItAgain(String method) {
        String tag = header(send("GET"), "ETag");
        HttpResponse<String> again = send(method, "If-None-Match", "\"other\", " + tag);

        assertThat(tag).startsWith("W/\"").endsWith("\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whoHasAnotherIsSentThisOne() {
        HttpResponse<String> served = send("GET", "If-None-Match", "W/\"other\"");

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(send("GET").body());
        assertThat(header(send("HEAD"), "ETag")).isEqualTo(header(served, "ETag"));
    }
}
