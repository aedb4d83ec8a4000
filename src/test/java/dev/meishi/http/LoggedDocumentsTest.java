package dev.meishi.http;

import static dev.meishi.http.PersistedQueryTest.sha256;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.LogRecorder;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.Test;

/** Documents of manifests, where others are executed and logged. */
@QuarkusTest
@TestProfile(Manifests.Log.class)
class LoggedDocumentsTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void anotherDocumentIsExecutedAndLoggedByItsHashOnceASecond() {
        GraphqlClient caller = new GraphqlClient(address);
        Handler recorder = new LogRecorder(log);
        LogContext.getLogContext().getLogger("dev.meishi").addHandler(recorder);
        try {
            assertThat(json(caller.ask(Manifests.OF_APOLLO))
                            .at("/data/__typename")
                            .asText())
                    .isEqualTo("Query");
            assertThat(json(caller.post(written(Map.of("documentId", sha256(Manifests.OF_APOLLO)))))
                            .has("data"))
                    .isTrue();
            assertThat(log).noneMatch(line -> line.contains("no manifest"));

            for (int i = 0; i < 5; i++) {
                assertThat(json(caller.ask(Manifests.OTHER))
                                .at("/data/__typename")
                                .asText())
                        .isEqualTo("Query");
            }
        } finally {
            LogContext.getLogContext().getLogger("dev.meishi").removeHandler(recorder);
        }

        assertThat(log.stream().filter(line -> line.contains("no manifest")))
                .hasSizeBetween(1, 4)
                .first()
                .asString()
                .contains(sha256(Manifests.OTHER))
                .contains(Manifests.OTHER.length() + " characters");
    }
}
