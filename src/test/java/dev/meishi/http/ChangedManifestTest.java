package dev.meishi.http;

import static dev.meishi.Eventually.eventually;
import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.LogRecorder;
import dev.meishi.wire.GraphqlClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Manifests whose files change while the gateway runs. */
@QuarkusTest
@TestProfile(Manifests.Only.class)
class ChangedManifestTest {

    private static final String LATER = "query Later { later: __typename }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @ConfigProperty(name = "meishi.documents.manifests")
    @SuppressWarnings("NullAway.Init")
    List<Path> manifests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @SuppressWarnings("NullAway.Init")
    private String before;

    @BeforeEach
    void connect() throws IOException {
        caller = new GraphqlClient(address);
        before = Files.readString(relay());
    }

    @AfterEach
    void restore() throws IOException {
        Files.writeString(relay(), before);
        eventually(() -> !isExecuted("later") && isExecuted("0a1b2c3d4e5f"));
    }

    @Test
    void aDocumentIsTrustedOnceItIsInTheFileAndNoLongerOnceItIsNot() throws IOException {
        assertThat(isExecuted("later")).isFalse();
        assertThat(code(caller.ask(LATER))).isEqualTo("DOCUMENT_NOT_TRUSTED");

        Files.writeString(relay(), written(Map.of("later", LATER)));

        eventually(() -> isExecuted("later"));
        assertThat(json(caller.ask(LATER)).at("/data/later").asText()).isEqualTo("Query");
        assertThat(isExecuted("0a1b2c3d4e5f"))
                .as("what is no longer in the file")
                .isFalse();
        assertThat(code(caller.ask(Manifests.OF_RELAY))).isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(isExecuted(PersistedQueryTest.sha256(Manifests.OF_APOLLO)))
                .as("a document of the other file")
                .isTrue();
    }

    @Test
    void anIdMayGetAnotherDocument() throws IOException {
        Files.writeString(relay(), written(Map.of("later", LATER, "0a1b2c3d4e5f", Manifests.OF_RELAY)));
        eventually(() -> isExecuted("later"));

        Files.writeString(relay(), written(Map.of("later", "query Later { last: __typename }", "0a1b2c3d4e5f", LATER)));

        eventually(() -> json(post("later")).at("/data/last").asText().equals("Query"));
        assertThat(json(post("0a1b2c3d4e5f")).at("/data/later").asText()).isEqualTo("Query");
    }

    @Test
    void aFileThatCannotBeUsedLeavesTheDocumentsAsTheyWere() throws IOException {
        double failed = failed();
        Queue<String> log = new ConcurrentLinkedQueue<>();
        Handler recorder = new LogRecorder(log);
        LogContext.getLogContext().getLogger("dev.meishi").addHandler(recorder);
        try {
            Files.writeString(relay(), "{\"later\": ");

            eventually(() -> failed() > failed);
            assertThat(isExecuted("0a1b2c3d4e5f")).isTrue();
            assertThat(log)
                    .anyMatch(line -> line.contains(relay().toString())
                            && line.contains("1 documents that were read from it before stay in use"));
        } finally {
            LogContext.getLogContext().getLogger("dev.meishi").removeHandler(recorder);
        }
    }

    private double failed() {
        return metrics.get("meishi.trusted.reads")
                .tag("result", "failed")
                .counter()
                .count();
    }

    private boolean isExecuted(String id) {
        return json(post(id)).has("data");
    }

    private HttpResponse<String> post(String id) {
        return caller.post(written(Map.of("documentId", id, "variables", Map.of())));
    }

    private Path relay() {
        return manifests.get(1);
    }
}
