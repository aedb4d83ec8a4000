package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.wire.RawConnection;
import dev.meishi.wire.RawResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that comes byte by byte is cut, however steadily it comes. */
@QuarkusTest
@TestProfile(Hurried.class)
class SlowBodyTest {

    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(1);

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\n\n", "Transfer-Encoding: chunked\n\n186a0\n"})
    void aBodyThatTricklesIsAnswered408AndThenCut(String rest) throws Exception {
        try (RawConnection line = new RawConnection(address)) {
            line.sendLines("POST /graphql HTTP/1.1\nHost: gateway\nContent-Type: application/json\n" + rest);
            long start = System.nanoTime();
            CompletableFuture<Duration> cut = CompletableFuture.supplyAsync(() -> trickle(line, start));

            RawResponse response = line.response();
            Duration answered = Duration.ofNanos(System.nanoTime() - start);

            assertThat(answered).isBetween(BODY_TIMEOUT.minusMillis(50), BODY_TIMEOUT.plusSeconds(1));
            assertThat(response.status()).isEqualTo(408);
            assertThat(response.headers())
                    .containsEntry("Content-Type", "application/json; charset=utf-8")
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("X-Content-Type-Options", "nosniff");
            JsonNode error = json(response.body()).at("/errors/0");
            assertThat(error.at("/extensions/code").asText()).isEqualTo("REQUEST_TIMEOUT");
            assertThat(error.at("/extensions/retryable").asBoolean()).isTrue();
            assertThat(error.path("message").asText()).startsWith("The body did not arrive within 1000 ms");
            assertThat(cut.get()).isLessThan(BODY_TIMEOUT.plusSeconds(3));
        }
    }

    @Test
    void aBodyThatNeverComesIsAnswered408() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            line.sendLines(
                    "POST /graphql HTTP/1.1\nHost: gateway\nContent-Type: application/json\nContent-Length: 5\n\n");

            assertThat(line.response().status()).isEqualTo(408);
            assertThat(line.isCutWithin(Duration.ofSeconds(3))).isTrue();
        }
    }

    @Test
    void aBodyThatComesInPartsWithinTheTimeIsTaken() throws Exception {
        String body = "{\"query\":\"{ __typename }\"}";
        try (RawConnection line = new RawConnection(address)) {
            line.sendLines("POST /graphql HTTP/1.1\nHost: gateway\nContent-Type: application/json\nContent-Length: "
                    + body.length() + "\n\n");
            for (int i = 0; i < body.length(); i++) {
                line.sendLines(body.substring(i, i + 1));
                Thread.sleep(5);
            }

            assertThat(line.response().status()).isEqualTo(200);
        }
    }

    /** Sends a byte every 100 ms; when no more was taken. */
    private static Duration trickle(RawConnection line, long start) {
        while (line.takes(' ')
                && System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static JsonNode json(String body) throws IOException {
        return new ObjectMapper().readTree(body);
    }
}
