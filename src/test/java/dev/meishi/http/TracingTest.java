package dev.meishi.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.meishi.lineworks.v2.LineWorksV2Stub;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.tracing.Collector;
import dev.meishi.tracing.Collector.Receiver;
import dev.meishi.tracing.OtlpReceiver;
import dev.meishi.tracing.OtlpReceiver.Received;
import dev.meishi.wire.GraphqlClient;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which spans a collector gets of requests, and what LINE WORKS sees of it. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@WithTestResource(Collector.class)
@TestProfile(TracingTest.Open.class)
class TracingTest {

    private static final String PERSON = "Planted";
    private static final String PHONE = "090-1234-5678";
    private static final String CONTACTS = "/v1.0/contacts";

    private static final String QUERY =
            "query Tree($keyword: String) { mine: contacts(first: 3, filter: {keyword: $keyword}) {"
                    + " nodes { id name { full } tags { name } } } }";

    private static final AtomicInteger TRACES = new AtomicInteger();

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @Receiver
    @SuppressWarnings("NullAway.Init")
    OtlpReceiver collector;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient client;

    private String trace = "";

    /** What an installation may allow. */
    public static final class Open implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.callers.default.export", "true",
                    "meishi.websocket.enabled", "true",
                    "quarkus.log.category.\"dev.meishi.operations\".level", "DEBUG");
        }
    }

    @BeforeEach
    void begin() {
        client = new GraphqlClient(address);
        trace = "%032x".formatted(0xabc000 + TRACES.incrementAndGet());
        server.resetAll();
        LineWorksV2Stub.issuing(server, "t0ken-1");
        server.stubFor(get(urlPathEqualTo(CONTACTS))
                .willReturn(okJson(
                        "{\"contacts\":[{\"contactId\":\"c1\",\"contactTags\":[\"t1\"],\"contactName\":{\"lastName\":\""
                                + PERSON + "\"},\"telephones\":[{\"telephone\":\"" + PHONE
                                + "\"}]}],\"responseMetaData\":{}}")));
        server.stubFor(get(urlPathEqualTo("/v1.0/contact-tags")).willReturn(okJson("{\"contactTags\":[]}")));
        server.stubFor(get(urlPathMatching("/v1.0/contacts/.*/photo"))
                .willReturn(
                        aResponse().withStatus(302).withHeader("Location", server.baseUrl() + "/storage?secret=1")));
        server.stubFor(get(urlPathEqualTo("/storage"))
                .willReturn(aResponse().withBody(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})));
        resets.fire(UpstreamReset.ALL);
    }

    @Test
    void anOperationItsResolversAndItsCallsAreATreeBelowTheClientsSpan() {
        ask(QUERY, "01");

        List<Received> spans = arrived("query Tree");
        Received operation = named(spans, "query Tree");
        assertThat(operation.parent()).isEqualTo("00f067aa0ba902b7");
        assertThat(operation.span().getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
        assertThat(operation.attribute("graphql.operation.name")).isEqualTo("Tree");
        assertThat(operation.attribute("graphql.operation.type")).isEqualTo("query");
        assertThat(operation.attribute("meishi.document.sha256")).hasSize(64);
        assertThat(operation.attribute("meishi.outcome")).isEqualTo("success");
        assertThat(operation.attribute("meishi.calls")).isEqualTo("2");
        assertThat(operation.attribute("meishi.cached")).isEqualTo("0");
        assertThat(Integer.parseInt(operation.attribute("meishi.cost"))).isPositive();

        Received contacts = below(spans, operation, "Query.contacts");
        Received tags = below(spans, operation, "Contact.tags");
        assertThat(tags.attribute("meishi.resolver.objects")).isEqualTo("1");
        Received call = below(spans, contacts, "GET /v1.0/contacts");
        assertThat(named(spans, "GET /v1.0/contact-tags").parent()).isIn(contacts.id(), tags.id());
        Received token = below(spans, contacts, "POST /oauth2/v2.0/token");
        for (Received one : List.of(call, token)) {
            assertThat(one.span().getKind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
            assertThat(one.attribute("http.response.status_code")).isEqualTo("200");
            assertThat(one.attribute("server.address")).isEqualTo("localhost");
        }
        assertThat(call.attribute("url.template")).isEqualTo("/v1.0/contacts");
        assertThat(call.attribute("meishi.upstream.operation")).isEqualTo("listContacts");
        assertThat(spans).hasSize(6);
    }

    @Test
    void noSpanHasWhatWasAskedForOrAnsweredNorAnAlias() {
        ask(QUERY, "01");

        assertThat(arrived("query Tree"))
                .allSatisfy(one -> assertThat(one.span().toString())
                        .doesNotContain(PERSON, PHONE, "mine", "contacts(", "t0ken", "count="));
    }

    @Test
    void lineWorksGetsNothingOfTheTrace() {
        send(QUERY, "traceparent", parent("01"), "tracestate", "vendor=1", "baggage", "user=1");
        arrived("query Tree");

        assertThat(server.getAllServeEvents()).hasSizeGreaterThan(2).allSatisfy(event -> {
            LoggedRequest request = event.getRequest();
            assertThat(List.of("traceparent", "tracestate", "baggage", "b3", "uber-trace-id"))
                    .noneMatch(request::containsHeader);
        });
    }

    @Test
    void whatTheClientDoesNotSampleIsNotSent() {
        ask("query Unsampled { __typename }", "00");
        String unsampled = trace;
        begin();
        ask("query Sampled { __typename }", "01");

        arrived("query Sampled");
        assertThat(collector.spans(unsampled)).isEmpty();
    }

    @Test
    void whoJoinsACallHasALinkToIt() {
        ask("query Shared { a: contacts(first: 3) { nodes { id } } b: contacts(first: 3) { nodes { id } } }", "01");

        List<Received> spans = arrived("query Shared");
        Received call = named(spans, "GET /v1.0/contacts");
        assertThat(spans.stream().filter(one -> one.span().getName().equals("Query.contacts")))
                .hasSize(2)
                .filteredOn(one -> !one.id().equals(call.parent()))
                .singleElement()
                .satisfies(joined -> assertThat(joined.links()).contains(call.id()));
        assertThat(named(spans, "query Shared").attribute("meishi.shared")).isEqualTo("1");
    }

    @Test
    void aCallThatFailsSaysHow() {
        server.stubFor(get(urlPathEqualTo(CONTACTS)).willReturn(aResponse().withStatus(403)));

        ask("query Refused { contacts(first: 3) { nodes { id } } }", "01");

        List<Received> spans = arrived("query Refused");
        Received call = named(spans, "GET /v1.0/contacts");
        assertThat(call.attribute("http.response.status_code")).isEqualTo("403");
        assertThat(call.attribute("error.type")).isEqualTo("UPSTREAM_FORBIDDEN");
        assertThat(call.span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(named(spans, "query Refused").attribute("error.type")).isEqualTo("UPSTREAM_FORBIDDEN");
    }

    @Test
    void theLogHasTheTraceOfAnOperationWhoseClientSentNone() {
        Traces log = new Traces();
        Logger operations = LogContext.getLogContext().getLogger("dev.meishi.operations");
        operations.addHandler(log);
        try {
            send("query Logged { __typename }");
        } finally {
            operations.removeHandler(log);
        }

        eventually(() ->
                collector.spans().stream().anyMatch(one -> one.span().getName().equals("query Logged")));
        assertThat(log.ids)
                .containsExactly(named(collector.spans(), "query Logged").trace());
    }

    /** The traces of the lines that are logged. */
    private static final class Traces extends Handler {

        private final Queue<String> ids = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            ids.add(String.valueOf(ExtLogRecord.wrap(line).getMdc("traceId")));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aRequestThatIsRefusedHasASpanToo() {
        ask("query Wrong { nothing }", "01");

        assertThat(named(arrived("graphql"), "graphql").attribute("meishi.outcome"))
                .isEqualTo("refused");
    }

    @Test
    void anExportIsOneSpanAndEachOfItsCallsIsBelowIt() {
        client.send("GET", "/export/contacts.ndjson", BodyPublishers.noBody(), "traceparent", parent("01"));

        List<Received> spans = arrived("GET /export/contacts.ndjson");
        Received export = named(spans, "GET /export/contacts.ndjson");
        assertThat(export.attribute("http.response.status_code")).isEqualTo("200");
        below(spans, below(spans, export, "Query.contacts"), "GET /v1.0/contacts");
    }

    @Test
    void aPhotoIsASpanWithItsTwoCalls() {
        String id = GraphqlClient.json(send("{ contacts(first: 1) { nodes { id } } }"))
                .at("/data/contacts/nodes/0/id")
                .asText();
        client.send("GET", "/contacts/" + id + "/photo", BodyPublishers.noBody(), "traceparent", parent("01"));

        List<Received> spans = arrived("GET /contacts/{id}/photo");
        Received photo = named(spans, "GET /contacts/{id}/photo");
        below(spans, photo, "GET /v1.0/contacts/{contactId}/photo");
        below(spans, photo, "GET");
        assertThat(spans).allSatisfy(one -> assertThat(one.span().toString()).doesNotContain(id, "secret", "c1"));
    }

    @Test
    void anOperationOnAWebSocketHasATraceOfItsOwnAndLinksTheOpeningOne() throws InterruptedException {
        Socket socket =
                Socket.with(address, Map.of("traceparent", parent("01"))).initialised();
        socket.subscribe("a", "query OnSocket { __typename }").next();

        eventually(() ->
                collector.spans().stream().anyMatch(one -> one.span().getName().equals("query OnSocket")));
        Received operation = named(collector.spans(), "query OnSocket");
        assertThat(operation.trace()).isNotEqualTo(trace);
        assertThat(operation.links()).containsExactly("00f067aa0ba902b7");
    }

    @Test
    void aCollectorThatIsSilentOrBrokenHarmsNoRequest() {
        collector.beSilent();
        int before = collector.requests();
        send("query First { __typename }");
        eventually(() -> collector.requests() > before);
        for (int i = 0; i < 20; i++) {
            assertThat(send(QUERY).statusCode()).isEqualTo(200);
        }
        collector.answer(500);
        collector.speak();
        int then = collector.requests();
        eventually(() -> collector.requests() > then);
        collector.answer(200);

        ask("query Again { __typename }", "01");
        arrived("query Again");
    }

    private void ask(String query, String flags) {
        assertThat(send(query, "traceparent", parent(flags)).statusCode()).isBetween(200, 499);
    }

    private HttpResponse<String> send(String query, String... headers) {
        return client.ask(query, query.contains("$keyword") ? Map.of("keyword", PERSON) : Map.of(), headers);
    }

    private String parent(String flags) {
        return "00-" + trace + "-00f067aa0ba902b7-" + flags;
    }

    /** All of this test's trace, once its last span is there: those that ended before it were sent before. */
    private List<Received> arrived(String last) {
        eventually(() -> collector.spans(trace).stream()
                .anyMatch(one -> one.span().getName().equals(last)));
        return collector.spans(trace);
    }

    private static Received named(List<Received> spans, String name) {
        return spans.stream()
                .filter(one -> one.span().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + spans));
    }

    private static Received below(List<Received> spans, Received parent, String name) {
        return spans.stream()
                .filter(one -> one.span().getName().equals(name) && one.parent().equals(parent.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No " + name + " below " + parent.span().getName() + " in " + spans));
    }
}
