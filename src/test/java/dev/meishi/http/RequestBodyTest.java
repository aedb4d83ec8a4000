package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.wire.GraphqlClient;
import dev.meishi.wire.RawConnection;
import dev.meishi.wire.RawResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a POST may carry: JSON in UTF-8, of some size, and nothing a browser sends without asking first. */
@QuarkusTest
class RequestBodyTest {

    private static final int MOST_BYTES = 131_072;
    private static final String GOOD = "{\"query\":\"{ __typename }\"}";

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
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON;charset=\"UTF-8\"",
                "application/json;odata=verbose"
            })
    void jsonInUtf8IsTaken(String type) {
        assertThat(caller.post(GOOD, "Content-Type", type).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain; charset=utf-8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/xml",
                "application/json, application/json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=latin1",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
            })
    void anythingElseIsNotExecuted(String type) {
        HttpResponse<String> response = caller.post(GOOD, "Content-Type", type);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(code(response)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(json(response).at("/errors/0/message").asText()).contains(type);
        assertThat(json(response).has("data")).isFalse();
    }

    @Test
    void aBodyThatIsNotDeclaredIsNotExecuted() {
        HttpResponse<String> response = caller.send("POST", "/graphql", BodyPublishers.ofString(GOOD));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).at("/errors/0/message").asText()).endsWith("but was none.");
    }

    @Test
    void aFormIsNotExecuted() {
        HttpResponse<String> response = caller.post(
                "query=%7B__typename%7D", "Content-Type", "application/x-www-form-urlencoded", "Accept", "*/*");

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "x-gzip", "identity, gzip"})
    void aCompressedBodyIsNotTaken(String encoding) {
        HttpResponse<String> response = caller.send(
                "POST",
                "/graphql",
                BodyPublishers.ofByteArray(gzipped(GOOD)),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                encoding);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(code(response)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyThatIsCalledUncompressedIsTaken() {
        assertThat(caller.post(GOOD, "Content-Encoding", "identity").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                    | The body is empty; a JSON object is expected",
                "` `                                   | The body has only whitespace",
                "\uFEFF{\"query\":\"{__typename}\"}     | The body begins with a byte order mark (U+FEFF)",
                "null                                  | The body must be a JSON object, but was null.",
                "[]                                    | The body must be a JSON object, but was an array. Batches are not supported",
                "[{\"query\":\"{__typename}\"}]        | The body must be a JSON object, but was an array. Batches are not supported",
                "\"{__typename}\"                      | The body must be a JSON object, but was a string.",
                "{__typename}                          | The body is not JSON",
                "{\"query\":\"{__typename}\"           | The body is not JSON",
                "{\"query\":\"{__typename}\"} {}       | The body is not JSON",
                "{\"query\":\"{__typename}\"}]         | The body is not JSON",
                "{\"query\":\"{a}\",\"query\":\"{b}\"} | The body is not JSON",
                "{\"query\":\"\\ud800\"}               | The body has an unpaired surrogate",
                "{}                                    | The request has nothing to execute.",
                "{\"query\":1}                         | query must be a string or null, but was a number.",
                "{\"query\":\"{a}\",\"variables\":[]}  | variables must be an object or null, but was an array.",
                "{\"query\":\"{a}\",\"variables\":\"{}\"} | variables must be an object or null, but was a string.",
                "{\"query\":\"{a}\",\"operationName\":1} | operationName must be a string or null, but was a number.",
                "{\"query\":\"{a}\",\"extensions\":1}  | extensions must be an object or null, but was a number.",
                "{\"query\":\"{a}\",\"variables\":{\"x\":1e99999999999}} | The body has a number with an exponent beyond 100.",
                "{\"query\":\"{a}\",\"variables\":{\"x\":1e1000000000}}  | The body has a number with an exponent beyond 100.",
            })
    void whatIsNoRequestIs400InBothTypes(String body, String message) {
        for (String accept : new String[] {"application/json", "application/graphql-response+json"}) {
            HttpResponse<String> response = caller.post(body, "Accept", accept);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(code(response)).isEqualTo("BAD_REQUEST");
            assertThat(json(response).at("/errors/0/message").asText()).startsWith(message);
            assertThat(header(response, "Content-Type")).startsWith(accept);
        }
    }

    @Test
    void bytesThatAreNotUtf8Are400() {
        HttpResponse<String> response = caller.send(
                "POST",
                "/graphql",
                BodyPublishers.ofByteArray("{\"query\":\"{ é }\"}".getBytes(StandardCharsets.ISO_8859_1)),
                "Content-Type",
                "application/json");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/message").asText()).isEqualTo("The body is not UTF-8.");
    }

    @Test
    void aBodyOfTheMostBytesIsTakenAndOneMoreIs413() {
        assertThat(caller.post(padded(MOST_BYTES)).statusCode()).isEqualTo(200);

        HttpResponse<String> response = caller.post(padded(MOST_BYTES + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        JsonNode extensions = json(response).at("/errors/0/extensions");
        assertThat(extensions.path("code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(extensions.path("limit").asText()).isEqualTo("body-bytes");
        assertThat(extensions.path("found").asInt()).isEqualTo(MOST_BYTES + 1);
        assertThat(extensions.path("allowed").asInt()).isEqualTo(MOST_BYTES);
    }

    @Test
    void aBodyOfUnknownLengthIsTaken() {
        HttpResponse<String> response = caller.send(
                "POST",
                "/graphql",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8))),
                "Content-Type",
                "application/json");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOfUnknownLengthThatGrowsTooLargeIs413AndItsCallerCanReadThat() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            line.sendLines("""
                    POST /graphql HTTP/1.1
                    Host: gateway
                    Content-Type: application/json
                    Transfer-Encoding: chunked

                    """);
            for (int i = 0; i < 20; i++) {
                line.sendLines("2000\n" + " ".repeat(0x2000) + "\n");
            }

            RawResponse response = line.response();

            assertThat(response.status()).isEqualTo(413);
            assertThat(json(response.body()).at("/errors/0/extensions/limit").asText())
                    .isEqualTo("body-bytes");
            assertThat(line.isCutWithin(Duration.ofSeconds(3))).isTrue();
        }
    }

    @Test
    void aBodyInCrumbsIs400() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            line.sendLines("""
                    POST /graphql HTTP/1.1
                    Host: gateway
                    Content-Type: application/json
                    Transfer-Encoding: chunked

                    """);
            line.sendLines("1\n \n".repeat(5_000));

            RawResponse response = line.response();

            assertThat(response.status()).isEqualTo(400);
            assertThat(json(response.body()).at("/errors/0/message").asText()).contains("too many small chunks");
            assertThat(line.isCutWithin(Duration.ofSeconds(3))).isTrue();
        }
    }

    /** The framework's own ceiling is lower down; what it says would be an empty body without a code. */
    @ParameterizedTest
    @ValueSource(strings = {"131073", "10485761", "99999999999"})
    void aBodyThatIsDeclaredTooLargeIs413BeforeItIsSent(String length) throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            RawResponse response = line.sendLines("""
                    POST /graphql HTTP/1.1
                    Host: gateway
                    Content-Type: application/json
                    Content-Length: %s

                    """.formatted(length)).response();

            assertThat(response.status()).isEqualTo(413);
            assertThat(response.headers()).containsEntry("X-Content-Type-Options", "nosniff");
            assertThat(json(response.body()).at("/errors/0/extensions/code").asText())
                    .isEqualTo("LIMIT_EXCEEDED");
        }
    }

    @Test
    void whoAsksBeforeSendingIsToldToGoOn() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            RawResponse first = line.sendLines("""
                    POST /graphql HTTP/1.1
                    Host: gateway
                    Content-Type: application/json
                    Expect: 100-continue
                    Content-Length: %d

                    """.formatted(GOOD.length())).response();
            RawResponse second = line.sendLines(GOOD).response();

            assertThat(first.status()).isEqualTo(100);
            assertThat(second.status()).isEqualTo(200);
            assertThat(json(second.body()).at("/data/__typename").asText()).isEqualTo("Query");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"application/json | 131073 | 413", "text/plain | 10 | 415"})
    void whoAsksBeforeSendingIsToldThatItIsNotWorthIt(String type, int length, int status) throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            RawResponse response = line.sendLines("""
                    POST /graphql HTTP/1.1
                    Host: gateway
                    Content-Type: %s
                    Expect: 100-continue
                    Content-Length: %d

                    """.formatted(type, length)).response();

            assertThat(response.status()).isEqualTo(status);
        }
    }

    @Test
    void aConnectionIsGoodForMoreAfterARefusal() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            for (String body : new String[] {"{", "[]", GOOD, "{\"query\":\"{\"}", GOOD}) {
                RawResponse response =
                        line.sendLines("""
                        POST /graphql HTTP/1.1
                        Host: gateway
                        Content-Type: application/json
                        Content-Length: %d

                        %s""".formatted(body.length(), body)).response();

                assertThat(response.status()).isEqualTo(body.equals("{") || body.equals("[]") ? 400 : 200);
            }
        }
    }

    @Test
    void aBodyThatBreaksOffLeavesTheGatewayWell() throws IOException {
        for (String rest : new String[] {"zz\nnonsense\n", "5\nab", "-1\n"}) {
            try (RawConnection line = new RawConnection(address)) {
                line.sendLines("""
                        POST /graphql HTTP/1.1
                        Host: gateway
                        Content-Type: application/json
                        Transfer-Encoding: chunked

                        """ + rest);
            }
        }
        assertThat(caller.post(GOOD).statusCode()).isEqualTo(200);
    }

    private static JsonNode json(String body) throws IOException {
        return new ObjectMapper().readTree(body);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return GraphqlClient.json(response);
    }

    private static String padded(int bytes) {
        return GOOD + " ".repeat(bytes - GOOD.length());
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
