package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
import dev.meishi.wire.RawConnection;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway as it runs: every path behind the deadline, and nobody cut who is waiting for it. */
@QuarkusTest
@TestProfile(BriefConnections.class)
class HeadTimeoutTest {

    private static final Duration LONGER = BriefConnections.HEAD_TIMEOUT.multipliedBy(3);
    private static final String QUERY = "{\"query\":\"{ contacts(first: 1) { nodes { resourceId } } }\"}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    @AfterEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/graphql/schema.graphql", "/graphiql/", "/no/such/path"})
    void aTrickledHeadIsCutOnEveryPath(String path) throws IOException {
        try (RawConnection client = client()) {
            assertThat(client.trickle(get(path), LONGER)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql/schema.graphql", "/no/such/path"})
    void aTrickledHeadIsCutOnAConnectionThatWasServed(String path) throws IOException {
        try (RawConnection client = client()) {
            assertThat(client.send(get(path)).answer()).startsWith("HTTP/1.1 ");
            assertThat(client.isCutWithin(LONGER)).isFalse();
            assertThat(client.send(get(path)).answer()).startsWith("HTTP/1.1 ");
            assertThat(client.trickle(get(path), LONGER)).isFalse();
        }
    }

    @Test
    void aHeadThatStopsHalfWayIsCut() throws IOException {
        try (RawConnection client = client()) {
            assertThat(client.send("POST /graphql HTTP/1.1\r\nHo").isCutWithin(LONGER))
                    .isTrue();
        }
    }

    @Test
    void aSlowBodyIsTaken() throws IOException {
        try (RawConnection client = client()) {
            client.send(post());
            assertThat(client.trickle(QUERY.substring(0, 40), LONGER)).isTrue();
            assertThat(client.send(QUERY.substring(40)).answer())
                    .startsWith("HTTP/1.1 200")
                    .contains("resourceId");
        }
    }

    @Test
    void aSlowAnswerIsGiven() throws IOException {
        gateway.faults("", "{\"latency\":\"" + LONGER + "\"}");
        try (RawConnection client = client()) {
            long start = System.nanoTime();
            assertThat(client.send(post() + QUERY).answer())
                    .startsWith("HTTP/1.1 200")
                    .contains("resourceId");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(LONGER);
        }
    }

    private RawConnection client() throws IOException {
        return new RawConnection(address.getPort());
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static String post() {
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + QUERY.length() + "\r\n\r\n";
    }
}
