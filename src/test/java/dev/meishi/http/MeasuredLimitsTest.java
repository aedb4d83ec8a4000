package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.LogRecorder;
import dev.meishi.graphql.Limit;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits that are only measured refuse nothing and say so once. */
@QuarkusTest
@TestProfile(Restricted.class)
class MeasuredLimitsTest {

    private static final String NOTE = "Over a limit that is measured only: ";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler recorder = new LogRecorder(log);

    @BeforeEach
    void listen() {
        LogContext.getLogContext().getLogger("dev.meishi").addHandler(recorder);
    }

    @AfterEach
    void leave() {
        LogContext.getLogContext().getLogger("dev.meishi").removeHandler(recorder);
    }

    @Test
    void whatIsOverALimitPassesAndIsLoggedOnceAMinute() {
        GraphqlClient caller = new GraphqlClient(address);
        for (int round = 0; round < 2; round++) {
            Excesses.DOCUMENTS.forEach((limit, document) ->
                    assertThat(code(caller.ask(document))).as(limit.key()).isNotEqualTo("LIMIT_EXCEEDED"));
            assertThat(json(caller.post("{\"query\":\"{ __typename }\"}" + " ".repeat(200_000)))
                            .at("/data/__typename")
                            .asText())
                    .isEqualTo("Query");
        }

        List<String> notes = log.stream().filter(line -> line.contains(NOTE)).toList();
        for (Limit limit : Limit.values()) {
            if (limit != Limit.OPERATIONS_AT_ONCE) {
                assertThat(notes)
                        .filteredOn(line -> line.contains("(" + limit.setting() + ")"))
                        .as(limit.key())
                        .hasSize(1);
            }
        }
    }
}
