package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer, half an answer and the wrong answer each become one failure, in time. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class BrokenAnswerTest {

    private static final Duration LATEST = LineWorksStub.DEADLINE.plusSeconds(1);

    @Inject
    LineWorks lineWorks;

    @Inject
    Upstream upstream;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "42", "{", "{\"contacts\":{}}", "{\"contacts\":[42]}"})
    void aListOfAnotherShapeIsInvalid(String body) {
        Calls.answering(server, body);

        assertThat(Calls.failedList(lineWorks).code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{"})
    void everyOtherOperationTakesNoOtherShapeEither(String body) {
        Calls.answering(server, body);
        String domain = Calls.anyDomain();

        assertThat(Calls.failure(lineWorks.contact(domain, "1", Calls.CONTACT, Calls.ledger()))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(Calls.failure(lineWorks.tags(domain, Calls.ledger())).code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(Calls.failure(lineWorks.privateContacts("broken@example.com", Calls.FIRST_TEN, Calls.ledger()))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_INVALID);
    }

    @Test
    void aSuccessWithoutContentIsInvalid() {
        Calls.answering(server, aResponse().withStatus(204));

        assertThat(Calls.failedList(lineWorks).code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksOffIsUnavailable(Fault fault) {
        Calls.answering(server, aResponse().withFault(fault));

        Failure failure = Calls.failedList(lineWorks);

        assertThat(failure.code()).isIn(ErrorCode.UPSTREAM_UNAVAILABLE, ErrorCode.UPSTREAM_INVALID);
        assertThat(failure.code().isRetryable()).isTrue();
    }

    @Test
    void aRefusedConnectionIsUnavailable() {
        LineWorks nobody = upstream.at(URI.create("http://localhost:" + freePort()));

        assertThat(Calls.failedList(nobody).code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
    }

    @Test
    void anUnknownHostIsUnavailable() {
        LineWorks nobody = upstream.at(URI.create("http://nobody.invalid"));

        assertThat(Calls.failedList(nobody).code()).isIn(ErrorCode.UPSTREAM_UNAVAILABLE, ErrorCode.UPSTREAM_TIMEOUT);
    }

    @Test
    void aServerThatSpeaksNoTlsIsUnavailable() {
        LineWorks plain = upstream.at(URI.create(server.baseUrl().replace("http:", "https:")));

        assertThat(Calls.failedList(plain).code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
    }

    @Test
    void anAnswerThatNeverStartsFailsInTime() {
        Calls.answering(server, okJson("{\"contacts\":[]}").withFixedDelay(10_000));

        assertTimedOut();
    }

    @Test
    void anAnswerThatNeverEndsFailsInTime() {
        Calls.answering(server, okJson("{\"contacts\":[]}").withChunkedDribbleDelay(10, 10_000));

        assertTimedOut();
    }

    private void assertTimedOut() {
        long start = System.nanoTime();
        Failure failure = Calls.failedList(lineWorks);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
        assertThat(taken).isLessThan(LATEST);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
