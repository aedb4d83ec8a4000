package dev.meishi.export;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.Gateway;
import dev.meishi.relay.GlobalId;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /export/contacts.ndjson} as its readers see it, and as LINE WORKS does. */
@QuarkusTest
@TestProfile(ExportTest.FiveThousand.class)
@Timeout(120)
class ExportTest {

    private static final int CONTACTS = 5_000;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    /** More than fits in the buffers between a server and who does not read. */
    public static class FiveThousand implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.sandbox.contacts", String.valueOf(CONTACTS),
                    "meishi.limits.cost", "100",
                    "meishi.limits.fields", "10",
                    "meishi.page-cache.fresh", "30s",
                    "meishi.page-cache.stale-while-revalidate", "5m",
                    "meishi.export.stall-timeout", "1s",
                    "meishi.export.page-timeout", "3s",
                    "meishi.callers.office.token", "t0ken-of-the-office",
                    "meishi.callers.\"visitor\".token", "t0ken-of-the-visitor",
                    "meishi.callers.\"visitor\".export", "false");
        }
    }

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @AfterEach
    void mend() {
        gateway.reset();
    }

    @Test
    void everyContactComesOnceAndInOrder() {
        Reader reader = Reader.of(address, "", null, all -> true);

        assertThat(reader.ids()).isEqualTo(truth(""));
        assertThat(reader.last).isEqualTo(Reader.json("{\"end\":true,\"contacts\":5000}"));
        assertThat(reader.checkpoints).hasSize(13).doesNotHaveDuplicates();
        assertThat(gateway.calls("listContacts")).isLessThanOrEqualTo(16);
    }

    @Test
    void aContactHasWhatTheGraphHas() {
        Reader reader = Reader.of(address, "", null, some -> some.contacts.size() < 9);
        String query = "query($id: ID!) { contact(id: $id) { __typename id name { full lastName } tags { name } } }";

        assertThat(reader.contacts).allSatisfy(contact -> {
            JsonNode graph = gateway.ask(query, Map.of("id", contact.path("id").asText()))
                    .at("/data/contact");
            assertThat(contact.at("/name/full")).isEqualTo(graph.at("/name/full"));
            assertThat(contact.at("/name/lastName")).isEqualTo(graph.at("/name/lastName"));
            assertThat(contact.path("tags").findValuesAsText("name"))
                    .isEqualTo(graph.path("tags").findValuesAsText("name"));
        });
        JsonNode type = gateway.ask("{ __type(name: \"Contact\") { fields { name } } }", Map.of())
                .at("/data/__type/fields");
        List<String> names = new ArrayList<>();
        reader.contacts.get(0).fieldNames().forEachRemaining(names::add);
        List<String> ofAPage = new ArrayList<>(type.findValuesAsText("name"));
        assertThat(ofAPage.remove("detailedName")).as("a call for each contact").isTrue();
        assertThat(ofAPage.remove("master"))
                .as("only API 2.0 has names of members")
                .isTrue();
        assertThat(names).isEqualTo(ofAPage);
    }

    @Test
    void aContactThatCannotBeReadIsALineOfItsOwnInItsPlace() {
        String broken = "{\"resourceId\":\"broken\",\"name\":{\"lastName\":\"Unreadable\"},\"phones\":\"secret\","
                + "\"creationTime\":\"2024-01-02T00:00:00Z\",\"modificationTime\":\"2024-01-02T00:00:00Z\"}";
        gateway.sandbox("POST", "/sandbox/contacts", broken);
        gateway.sandbox(
                "POST",
                "/sandbox/contacts",
                broken.replace("\"secret\"", "[]").replace("broken", "before").replace("2024-01-02", "2024-01-01"));
        gateway.sandbox(
                "POST",
                "/sandbox/contacts",
                broken.replace("\"secret\"", "[]").replace("broken", "after").replace("2024-01-02", "2024-01-03"));
        List<JsonNode> errors = new ArrayList<>();

        Reader reader = Reader.of(address, "keyword=Unreadable", null, some -> {
            if (some.last != null && some.last.has("error")) {
                errors.add(some.last);
            }
            return true;
        });
        gateway.sandbox("DELETE", "/sandbox/contacts", "");

        assertThat(errors).singleElement().satisfies(line -> {
            assertThat(line.at("/error/code").asText()).isEqualTo("UPSTREAM_INVALID");
            assertThat(line.at("/error/retryable").asBoolean(true)).isFalse();
            assertThat(line.at("/error/message").asText()).contains("'phones'").doesNotContain("secret");
            assertThat(line.at("/contact/id").asText()).isEqualTo(new GlobalId("Contact", "1", "broken").encode());
        });
        assertThat(reader.contacts.stream()
                        .map(contact -> contact.path("resourceId").asText("")))
                .containsExactly("before", "", "after");
        assertThat(reader.last).isEqualTo(Reader.json("{\"end\":true,\"contacts\":3}"));
    }

    @Test
    void anExportGoesOnFromAnyCheckpoint() {
        Reader whole = Reader.of(address, "", null, all -> true);

        for (int i = 0; i < whole.checkpoints.size(); i += 4) {
            Reader rest = Reader.of(address, "", whole.checkpoints.get(i), all -> true);
            assertThat(rest.ids()).isEqualTo(whole.ids().subList(whole.atCheckpoints.get(i), CONTACTS));
        }
        Reader none = Reader.of(address, "", whole.checkpoints.get(12), all -> true);
        assertThat(none.contacts).isEmpty();
        assertThat(none.last).isEqualTo(Reader.json("{\"end\":true,\"contacts\":0}"));
    }

    @Test
    void aFilterIsTheOneOfTheGraph() {
        Reader reader = Reader.of(
                address, "externalOnly=true&open=false&accessibleTo=account7%40example.com", null, all -> true);

        assertThat(reader.ids())
                .isNotEmpty()
                .isEqualTo(truth("?filterWorksAt=true&open=false&userId=account7@example.com"));
        assertThat(Reader.of(
                                address,
                                "createdFrom=2100-01-01T00:00:00Z&createdTo=2100-01-02T00:00:00Z",
                                null,
                                all -> true)
                        .last)
                .isEqualTo(Reader.json("{\"end\":true,\"contacts\":0}"));
    }

    @Test
    void nothingOfAnExportIsKept() {
        Reader.of(address, "", null, all -> true);
        int before = gateway.calls("listContacts");

        gateway.ask("{ contacts(first: 9) { nodes { id } } }", Map.of());

        assertThat(gateway.calls("listContacts")).isEqualTo(before + 1);
    }

    @Test
    void aFaultInTheMiddleIsTheLastLineAndTheRestCanBeHad() {
        gateway.faults("/listContacts", "{\"latency\":\"PT0.2S\"}");
        boolean[] isBroken = {false};
        Reader reader = Reader.of(address, "", null, some -> {
            if (some.checkpoints.size() == 2 && !isBroken[0]) {
                isBroken[0] = true;
                gateway.faults("/listContacts", "{\"errors\":{\"500\":1}}");
            }
            return true;
        });
        gateway.reset();
        JsonNode last = Objects.requireNonNull(reader.last);

        assertThat(last.at("/error/code").asText()).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(last.at("/error/retryable").asBoolean()).isTrue();
        String checkpoint = last.path("checkpoint").asText();
        assertThat(checkpoint).isEqualTo(reader.checkpoints.get(reader.checkpoints.size() - 1));
        List<String> both = new ArrayList<>(reader.ids());
        both.addAll(Reader.of(address, "", checkpoint, all -> true).ids());
        assertThat(both).isEqualTo(truth(""));
    }

    @Test
    void whoReadsNothingStopsTheCallsAndIsCutOff() throws IOException, InterruptedException {
        try (Socket socket = opened()) {
            eventually(() -> gateway.calls("listContacts") > 0);
            Thread.sleep(2_500);
            int calls = gateway.calls("listContacts");
            assertThat(calls).isLessThan(14);
            Thread.sleep(1_000);
            assertThat(gateway.calls("listContacts")).isEqualTo(calls);

            String read = drained(socket);
            assertThat(read)
                    .contains("{\"contact\":")
                    .doesNotContain("\"end\":true")
                    .doesNotContain("\"error\"");
        }
    }

    @Test
    void whoReadsSlowlyGetsAll() throws IOException, InterruptedException {
        StringBuilder read = new StringBuilder();
        try (Socket socket = opened()) {
            InputStream in = socket.getInputStream();
            for (int i = 0; i < 40; i++) {
                Thread.sleep(50);
                read.append(new String(in.readNBytes(60_000), StandardCharsets.ISO_8859_1));
            }
            read.append(drained(socket));
        }
        assertThat(read).contains("{\"end\":true,\"contacts\":5000}").endsWith("0\r\n\r\n");
    }

    @Test
    void whoLeavesEndsTheCalls() throws InterruptedException {
        gateway.faults("/listContacts", "{\"latency\":\"PT0.4S\"}");
        Reader.of(address, "", null, some -> some.checkpoints.isEmpty());
        Thread.sleep(600);
        int calls = gateway.calls("listContacts");
        Thread.sleep(900);

        assertThat(gateway.calls("listContacts")).isEqualTo(calls).isLessThan(6);
    }

    @Test
    void noMoreThanTwoGoOnAtOnceAndAnotherClassHasItsOwnAllTheSame() throws IOException {
        gateway.faults("/listContacts", "{\"latency\":\"PT0.5S\"}");
        try (Socket one = opened();
                Socket two = opened()) {
            for (Socket begun : List.of(one, two)) {
                assertThat(new String(begun.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }
            HttpResponse<String> third = get("");
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(Reader.json(third.body()).at("/error/code").asText()).isEqualTo("TOO_MANY_EXPORTS");
            HttpResponse<String> office = Reader.response(
                    request("keyword=nobody-has-such-a-name").header("Authorization", "Bearer t0ken-of-the-office"));
            assertThat(office.statusCode()).isEqualTo(200);
            assertThat(one.isConnected() && two.isConnected()).isTrue();
        }
        gateway.reset();
        eventually(() -> get("keyword=nobody-has-such-a-name").statusCode() == 200);
    }

    @Test
    void anExportThatCannotBeginSaysSoByItsStatus() {
        gateway.faults("/listContacts", "{\"errors\":{\"500\":1}}");
        assertThat(get("").statusCode()).isEqualTo(503);
        assertThat(Reader.json(get("").body()).at("/error/code").asText()).isEqualTo("UPSTREAM_UNAVAILABLE");

        gateway.faults("/listContacts", "{\"hang\":1}");
        assertThat(get("").statusCode()).isIn(503, 504);
    }

    @ParameterizedTest
    @CsvSource({
        "orderBy=NAME, 400, BAD_REQUEST",
        "open=maybe, 400, INVALID_ARGUMENT",
        "after=nothing, 400, INVALID_CURSOR",
        "tagResourceId=%20, 400, INVALID_ARGUMENT",
        "createdFrom=2020-01-02T00:00:00Z&createdTo=2020-01-01T00:00:00Z, 400, INVALID_ARGUMENT",
        "createdFrom=yesterday&createdTo=today, 400, BAD_USER_INPUT",
        "open=true&open=true, 400, BAD_REQUEST",
        "domainId=7, 400, INVALID_ARGUMENT"
    })
    void whatCannotBeExportedIsRefusedWithItsCode(String query, int status, String code) {
        HttpResponse<String> response = get(query);

        assertThat(Reader.json(response.body()).at("/error/code").asText())
                .as(response.body())
                .isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "createdFrom=2020-01-01T00:00:00+09:00 | createdFrom must be a time | found '2020-01-01T00:00:00 09:00'. In a URL a plus sign means a blank: write %2B instead.",
                "modifiedTo=yesterday | modifiedTo must be a time with an offset, such as 2020-04-05T10:30:04Z | found 'yesterday'.",
                "createdTo= | createdTo must be a time | found ''.",
                "open=maybe | open must be true or false | found 'maybe'",
                "domainId=7 | domain | ",
                "createdFrom=2020-01-01T00:00:00Z&createdTo=2019-01-01T00:00:00Z | createdFrom | ",
                "createdFrom=2020-01-01T00:00:00Z&createdTo=2020-01-02T00:00:00Z&modifiedFrom=2020-01-01T00:00:00Z&modifiedTo=2020-01-02T00:00:00Z | createdFrom and createdTo | modifiedFrom and modifiedTo",
            })
    void messagesSpeakOfTheUrlsOwnParameters(String query, String one, @Nullable String other) {
        String message = Reader.json(get(query).body()).at("/error/message").asText();

        assertThat(message).contains(one, other == null ? "" : other).doesNotContain("filter", "Between", "Variable");
    }

    @Test
    void whatEndsALineToSomeReadersIsEscaped() {
        String memo = "a\u2028b\u2029c\u0085d\u000Be\u000Cf\u001Cg\r\nh\u00E9\u540D\uD83D\uDE00";
        JsonNode contact = new ObjectMapper()
                .createObjectNode()
                .put("resourceId", "line-ends")
                .put("open", true)
                .put("memo", memo)
                .set("name", new ObjectMapper().createObjectNode().put("lastName", "Lineender"));
        gateway.sandbox("POST", "/sandbox/contacts", contact.toString());
        try {
            String body = get("keyword=Lineender").body();
            String line = body.substring(0, body.indexOf('\n'));

            assertThat(line).contains("a\\u2028b\\u2029c\\u0085d").contains("h\u00E9\u540D");
            assertThat(Reader.json(line).at("/contact/memo").asText()).isEqualTo(memo);
            assertThat(body.codePoints().filter(c -> c == 0x85 || c == 0x2028 || c == 0x2029))
                    .isEmpty();
        } finally {
            gateway.sandbox("DELETE", "/sandbox/contacts/line-ends", "");
        }
    }

    @Test
    void onlyWhoMayExportDoesAndOnlyByGetAndFromHere() {
        HttpResponse<String> visitor =
                Reader.response(request("").header("Authorization", "Bearer t0ken-of-the-visitor"));
        assertThat(visitor.statusCode()).isEqualTo(403);
        assertThat(Reader.json(visitor.body()).at("/error/code").asText()).isEqualTo("EXPORT_NOT_ALLOWED");

        HttpResponse<String> post = Reader.response(request("").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).hasValue("GET");

        HttpResponse<String> elsewhere = Reader.response(request("").header("Sec-Fetch-Site", "cross-site"));
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(Reader.json(elsewhere.body()).at("/error/code").asText()).isEqualTo("CROSS_SITE_REQUEST");
        HttpResponse<String> image =
                Reader.response(request("").header("User-Agent", "Mozilla/5.0").header("Accept", "image/avif,*/*"));
        assertThat(image.statusCode()).isEqualTo(403);
        assertThat(gateway.calls("listContacts")).isZero();
    }

    @Test
    void anExportIsNotToBeKeptNorGuessedAt() {
        HttpResponse<String> response = get("keyword=nobody-has-such-a-name");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none';");
        assertThat(response.headers().firstValue("Vary").orElse("")).contains("Origin", "Authorization");
        assertThat(response.body()).isEqualTo("{\"end\":true,\"contacts\":0}\n");
    }

    private HttpResponse<String> get(String query) {
        return Reader.response(request(query));
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(address.resolve("/export/contacts.ndjson?" + query))
                .timeout(Duration.ofSeconds(30));
    }

    private Socket opened() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write("GET /export/contacts.ndjson HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String drained(Socket socket) {
        StringBuilder read = new StringBuilder();
        byte[] bytes = new byte[65_536];
        try {
            for (int n = socket.getInputStream().read(bytes);
                    n >= 0;
                    n = socket.getInputStream().read(bytes)) {
                read.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
                if (read.lastIndexOf("\r\n0\r\n\r\n") >= 0) {
                    break;
                }
            }
        } catch (IOException reset) {
            return read.toString();
        }
        return read.toString();
    }

    private List<String> truth(String query) {
        List<String> ids = new ArrayList<>();
        gateway.sandbox("GET", "/sandbox/contacts" + query, "")
                .path("resourceIds")
                .forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
