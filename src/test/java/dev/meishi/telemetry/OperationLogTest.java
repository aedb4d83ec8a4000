package dev.meishi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
import dev.meishi.graphql.DocumentHash;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line for each operation: names, codes and numbers, and nothing that anybody sent or was sent. */
@QuarkusTest
@TestProfile(OperationLogTest.Logging.class)
class OperationLogTest {

    private static final String TOKEN = "planted_token_of_the_office";
    private static final PatternFormatter TEXT = new PatternFormatter("%s%e");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** With a class of callers, and the log on. */
    public static class Logging implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.callers.office.token",
                    TOKEN,
                    "quarkus.log.category.\"dev.meishi.operations\".level",
                    "DEBUG");
        }
    }

    /** Keeps whatever is logged, by anyone. */
    private static final class Recorder extends Handler {

        private final Queue<ExtLogRecord> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            ExtLogRecord kept = ExtLogRecord.wrap(line);
            kept.copyAll();
            lines.add(kept);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    private final Recorder recorder = new Recorder();

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void listen() {
        gateway = new Gateway(address);
        gateway.reset();
        LogContext.getLogContext().getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        LogContext.getLogContext().getLogger("").removeHandler(recorder);
        gateway.reset();
    }

    @Test
    void anOperationHasALineWithItsFields() throws Exception {
        send("{\"query\":\"query TagNames { tags { name } }\"}");

        ExtLogRecord line = only();
        assertThat(line.getMdcCopy())
                .containsEntry("operation", "TagNames")
                .containsEntry("type", "query")
                .containsEntry("document", DocumentHash.of("query TagNames { tags { name } }"))
                .containsEntry("outcome", "success")
                .containsEntry("codes", "")
                .containsEntry("calls", "1")
                .containsEntry("requestId", "planted-request")
                .containsEntry("traceId", TRACE)
                .containsKeys("cost", "cached", "shared", "waitedMillis", "durationMillis");
        assertThat(TEXT.format(line)).startsWith("operation=TagNames type=query document=");
    }

    @Test
    void anErrorHasItsCode() throws Exception {
        send("{\"query\":\"query NoSuchId { contact(id: \\\"planted-name\\\") { resourceId } }\"}");

        assertThat(only().getMdcCopy()).containsEntry("operation", "NoSuchId").containsEntry("codes", "INVALID_ID");
    }

    @Test
    void aRefusedRequestHasItsCodeAndNothingThatItSent() throws Exception {
        send("{\"query\":\"query Wrong { plantedField }\"}");

        assertThat(only().getMdcCopy())
                .containsEntry("outcome", "refused")
                .containsEntry("codes", "GRAPHQL_VALIDATION_FAILED")
                .doesNotContainKey("operation");
    }

    @Test
    void whatIsPlantedIsInNoLineAndNoMetric() throws Exception {
        send("{\"query\":\"query " + TOKEN + "($keyword: String) { contacts(first: 1, filter: {keyword: $keyword})"
                + " { totalCount } }\",\"variables\":{\"keyword\":\"planted-name 090-1234-5678\",\"" + TOKEN
                + "\":1}}");
        send("{\"query\":\"query Planted { plantedField(name: \\\"" + TOKEN + "\\\") }\"}");
        send("{\"query\":\"query Planted($" + TOKEN + ": Int!) { tags { name } }\",\"variables\":{\"" + TOKEN
                + "\":\"planted-name\"}}");

        assertThat(recorder.lines).hasSizeGreaterThanOrEqualTo(3);
        assertThat(recorder.lines)
                .filteredOn(line -> !line.getLoggerName().startsWith("jdk.")) // The client of this test.
                .extracting(line -> TEXT.format(line) + line.getMdcCopy())
                .noneMatch(line -> line.contains(TOKEN) || line.contains("planted-name") || line.contains("090-1234"));
        assertThat(new Gateway(management).text("/q/metrics")).doesNotContain(TOKEN, "planted");
    }

    private ExtLogRecord only() {
        List<ExtLogRecord> lines = recorder.lines.stream()
                .filter(line -> line.getLoggerName().equals(OperationLog.CATEGORY))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private void send(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .header("X-Request-Id", "planted-request")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
