package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is taken whole up to a length, whether it names its length or comes in chunks, and no further. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class LongAnswerTest {

    private static final int CHUNKS = 7;
    private static final int MILLIS = 50;

    @Inject
    Upstream upstream;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @ParameterizedTest(name = "{0} bytes, in chunks: {1}")
    @CsvSource({"20, false", "20, true", "70000, false", "70000, true", "3000000, false", "3000000, true"})
    void isTakenUpToTheBound(int length, boolean isChunked) {
        String body = ofLength(length);
        Calls.answering(server, answer(body, isChunked));

        assertThat(Calls.list(taking(length)).items()).isEmpty();
        assertThat(Calls.list(taking(length * 5L)).items()).isEmpty();
        Failure failure = Calls.failedList(taking(length - 1));
        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(failure).hasMessageContaining("more than " + (length - 1) + " bytes (meishi.upstream.max-answer)");
    }

    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void whatThereIsNoMemoryForIsNotTaken(boolean isChunked) {
        Calls.answering(server, answer(ofLength(3_000_000), isChunked));
        Memory little = new Memory(Map.of(Account.UPSTREAM, Share.of("2M")), 1L << 30, new SimpleMeterRegistry());
        LineWorks lineWorks = upstream.with(upstream.elsewhere(URI.create(server.baseUrl())), little);

        Failure failure = Calls.failedList(lineWorks);

        assertThat(failure.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(failure).hasMessageContaining("(meishi.memory.upstream)");
        assertThat(little.of(Account.UPSTREAM).used()).isZero();
    }

    private static ResponseDefinitionBuilder answer(String body, boolean isChunked) {
        return isChunked ? okJson(body).withChunkedDribbleDelay(CHUNKS, MILLIS) : okJson(body);
    }

    private static String ofLength(int length) {
        String empty = "{\"contacts\":[]}";
        return empty + " ".repeat(length - empty.length());
    }

    private LineWorks taking(long mostBytes) {
        return upstream.with(upstream.elsewhere(URI.create(server.baseUrl())).taking(mostBytes));
    }
}
