package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the log level, no log line has a credential in it. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class CredentialsInLogsTest {

    private static final List<String> TALKATIVE = List.of(
            "dev.meishi", "org.jboss.resteasy.reactive", "org.jboss.resteasy.reactive.client.logging", "io.quarkus");

    @Inject
    LineWorks lineWorks;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    private final Lines lines = new Lines();
    private final Map<Logger, @Nullable Level> levels = new LinkedHashMap<>();

    @BeforeEach
    void listen() {
        for (String name : TALKATIVE) {
            Logger logger = Logger.getLogger(name);
            levels.put(logger, logger.getLevel());
            logger.setLevel(Level.ALL);
        }
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(lines);
        levels.forEach(Logger::setLevel);
    }

    @Test
    void aCallThatSucceedsLogsNoCredential() {
        Calls.answering(server, okJson("{\"contacts\":[]}"));

        Calls.list(lineWorks);

        assertThat(lines.text()).contains("/shared/contacts");
        assertNoCredential();
    }

    @Test
    void aCallThatFailsLogsNoCredential() {
        for (ResponseDefinitionBuilder answer : List.of(
                aResponse().withStatus(401).withBody("{\"errorCode\":\"024\"}"),
                aResponse().withStatus(500).withBody("down"),
                okJson("{"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))) {
            Calls.answering(server, answer);
            Calls.failedList(lineWorks);
        }

        assertThat(lines.text()).contains("/shared/contacts");
        assertNoCredential();
    }

    private void assertNoCredential() {
        assertThat(lines.text()).doesNotContain(LineWorksStub.CONSUMER_KEY, LineWorksStub.SERVER_TOKEN);
    }

    /** Everything logged, stack traces included. */
    private static final class Lines extends Handler {

        private final StringWriter text = new StringWriter();

        Lines() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            PrintWriter out = new PrintWriter(text, true);
            out.println(new SimpleFormatter().format(line));
            Object[] parameters = Objects.requireNonNullElse(line.getParameters(), new Object[0]);
            for (Object parameter : parameters) {
                out.println(parameter);
            }
        }

        String text() {
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
