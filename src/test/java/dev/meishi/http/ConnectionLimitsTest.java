package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.RawConnection;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The limits that are the framework's own, as the gateway sets them. */
@QuarkusTest
@TestProfile(BriefConnections.class)
class ConnectionLimitsTest {

    private static final Duration LONGER = BriefConnections.IDLE.multipliedBy(3);

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length")
    int lineLength;

    @Test
    void aConnectionBeyondTheLimitIsServedInPlaceOfTheLongestIdle() throws IOException {
        List<RawConnection> served = new ArrayList<>();
        try {
            for (int i = 0; i < BriefConnections.CONNECTIONS; i++) {
                served.add(client());
                assertThat(served.get(i)
                                .send(get("/graphql/schema.graphql", ""))
                                .answer())
                        .startsWith("HTTP/1.1 200");
            }
            for (int i = 0; i < BriefConnections.CONNECTIONS; i++) {
                served.add(client());
                assertThat(served.get(BriefConnections.CONNECTIONS + i)
                                .send(get("/graphql/schema.graphql", ""))
                                .answer())
                        .startsWith("HTTP/1.1 200");
                assertThat(served.get(i).isCutWithin(LONGER)).isTrue();
            }
        } finally {
            for (RawConnection client : served) {
                client.close();
            }
        }
    }

    @Test
    void aConnectionOnWhichNothingMovesIsClosed() throws IOException {
        try (RawConnection silent = client();
                RawConnection served = client()) {
            assertThat(served.send(get("/graphql/schema.graphql", "")).answer()).startsWith("HTTP/1.1 200");
            assertThat(silent.isCutWithin(LONGER)).isTrue();
            assertThat(served.isCutWithin(LONGER)).isTrue();
        }
    }

    @Test
    void aRequestLineOfTheLongestIsReadAndALongerOneIs414() throws IOException {
        String line = "GET /graphql/schema.graphql? HTTP/1.1";
        assertThat(lineLength).isEqualTo(16_384);
        try (RawConnection client = client()) {
            String path = "/graphql/schema.graphql?" + "x".repeat(lineLength - line.length());
            assertThat(client.send(get(path, "")).answer()).startsWith("HTTP/1.1 200");
            assertThat(client.send(get(path + "x", "")).answer()).contains(" 414 ");
            assertThat(client.isCutWithin(BriefConnections.IDLE.dividedBy(2))).isTrue();
        }
    }

    @Test
    void headersOf19KiBAreReadAndOf21KiBAre431() throws IOException {
        try (RawConnection client = client()) {
            assertThat(client.send(get("/graphql/schema.graphql", "X: " + "x".repeat(19 << 10) + "\r\n"))
                            .answer())
                    .startsWith("HTTP/1.1 200");
            assertThat(client.send(get("/graphql/schema.graphql", "X: " + "x".repeat(21 << 10) + "\r\n"))
                            .answer())
                    .contains(" 431 ");
            assertThat(client.isCutWithin(BriefConnections.IDLE.dividedBy(2))).isTrue();
        }
    }

    private RawConnection client() throws IOException {
        return new RawConnection(address.getPort());
    }

    private static String get(String path, String header) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
    }
}
