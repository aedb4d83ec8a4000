package dev.meishi.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.tracing.OtlpReceiver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakCheckTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREDENTIAL  | the secret is s3cret-of-the-app",
                "CREDENTIAL  | consumerKey: spec-consumer-key-5f1c",
                "CREDENTIAL  | sandbox-2b6f7d1c-5a35-4f36-9d6a-0d6c3a4d7f11",
                "BEARER      | Authorization: Bearer abcdef",
                "PRIVATE_KEY | -----BEGIN PRIVATE KEY-----\\nVGhpcyBpcyBub3QgYSBrZXk",
                "PRIVATE_KEY | MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7",
                "ASSERTION   | eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJlLXNpZ25hdHVyZQ",
                "TOKEN_FORM  | grant_type=x&assertion=y",
                "TOKEN_FORM  | {\"access_token\":\"y\"}",
                "PERSON      | not found: 山田 太郎",
                "PERSON      | 김민준",
                "PHONE       | call 090-1234-5678 at once",
                "PHONE       | +82-2-1234-5678",
                "EMAIL       | contact12+1@example.cn"
            })
    void whatMustNotBeLoggedIsFound(String kind, String line) {
        assertThat(Sensitive.in(line).map(Enum::name)).contains(kind);
        assertThat(Sensitive.masked(line)).contains("<" + kind + ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-30 10:00:00,123 INFO  [dev.meishi] (vert.x-eventloop-thread-1) [0123456789abcdef] Requests are served",
                "Authorization: <hidden>, consumerKey: <hidden>",
                "WWW-Authenticate: Bearer error=\"invalid_token\"",
                "UPSTREAM_UNAUTHORIZED: LINE WORKS refused: invalid_grant",
                "Check meishi.upstream.client-id, client-secret, service-account, private-key and scope.",
                "the private key in PEM (PKCS#8, -----BEGIN PRIVATE KEY-----), or the path of a file of it",
                "at [::1]:8080 since 2026-01-30, 0.5-1.0"
            })
    void whatMayBeLoggedIsNot(String line) {
        assertThat(Sensitive.in(line)).isEmpty();
    }

    @Test
    void itFailsByNameOfFileAndLineWithoutTheSecret() throws IOException {
        Files.writeString(directory.resolve("packaged.log"), "well\nthe token is t0ken-1, Bearer abcdef\n");
        Files.writeString(directory.resolve("12.report"), "lines: 5\n");

        assertThatThrownBy(() -> LeakCheck.of(directory))
                .hasMessageContaining("CREDENTIAL in " + directory.resolve("packaged.log") + ":2: ")
                .hasMessageNotContainingAny("t0ken", "abcdef");
    }

    @Test
    void itFailsByASpanThatACollectorOfATestHasGot() throws IOException {
        Span planted = Span.newBuilder()
                .setName("query People")
                .addAttributes(KeyValue.newBuilder()
                        .setKey("answered")
                        .setValue(AnyValue.newBuilder().setStringValue("山田 太郎")))
                .build();
        ExportTraceServiceRequest sent = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(planted)))
                .build();
        try (OtlpReceiver collector = new OtlpReceiver(directory)) {
            assertThat(send(collector, sent)).isEqualTo(200);
        }

        assertThatThrownBy(() -> LeakCheck.of(directory)).hasMessageContaining("PERSON in " + directory);
    }

    private static int send(OtlpReceiver collector, ExportTraceServiceRequest spans) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(collector.endpoint()).toURL().openConnection();
        connection.setDoOutput(true);
        connection.getOutputStream().write(spans.toByteArray());
        return connection.getResponseCode();
    }

    @Test
    void itFailsByWhatAJvmHasReported() throws IOException {
        Files.write(directory.resolve("12.report"), List.of("lines: 5", "PERSON in a line of x during y: z"));

        assertThatThrownBy(() -> LeakCheck.of(directory)).hasMessageContaining("PERSON in a line of x during y: z");
    }

    @Test
    void itFailsWhereThereIsNothingToRead() {
        assertThatThrownBy(() -> LeakCheck.of(directory.resolve("none"))).hasMessageContaining(WholeRun.DIRECTORY);
    }

    @Test
    void itSaysWhatItHasRead() throws IOException {
        Files.writeString(directory.resolve("packaged.log"), "well\nwell\n");
        Files.writeString(directory.resolve("12.report"), "lines: 1234\n");

        assertThat(LeakCheck.of(directory)).startsWith("1,236 lines").contains("2 reports and files");
    }

    @Test
    void aLineIsItsMessageItsParametersAndItsStackTrace() {
        LogRecord line = new LogRecord(Level.FINEST, "said {0}");
        line.setParameters(new Object[] {"a parameter"});
        line.setThrown(new IllegalStateException("outer", new IOException("inner")));

        assertThat(LogLines.text(line)).contains("said", "a parameter", "outer", "inner");
    }
}
