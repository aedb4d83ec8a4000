package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.meishi.leak.LeakDetector;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the log level, no log line has a credential in it. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class CredentialsInLogsTest {

    @Inject
    LineWorks lineWorks;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @Test
    void aCallThatSucceedsLogsNoCredential() {
        Calls.answering(server, okJson("{\"contacts\":[]}"));

        assertNoCredential(() -> Calls.list(lineWorks));
    }

    @Test
    void aCallThatFailsLogsNoCredential() {
        for (ResponseDefinitionBuilder answer : List.of(
                aResponse().withStatus(401).withBody("{\"errorCode\":\"024\"}"),
                aResponse().withStatus(500).withBody("down"),
                okJson("{"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))) {
            Calls.answering(server, answer);
            assertNoCredential(() -> Calls.failedList(lineWorks));
        }
    }

    private static void assertNoCredential(Runnable call) {
        try (LeakDetector log = new LeakDetector(LineWorksStub.CONSUMER_KEY, LineWorksStub.SERVER_TOKEN)) {
            call.run();
            assertThat(log.leaks()).isEmpty();
            assertThat(log.loggers()).contains("org.jboss.resteasy.reactive.client.logging.DefaultClientLogger");
        }
    }
}
