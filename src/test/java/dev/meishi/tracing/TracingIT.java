package dev.meishi.tracing;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Running;
import dev.meishi.tracing.OtlpReceiver.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shipped can be traced without another build: spans arrive while it runs, and the last ones when it ends. */
@Timeout(120)
class TracingIT {

    @Test
    void spansAreSentOnceTracingIsTurnedOnAtTheStart() throws Exception {
        try (OtlpReceiver collector = new OtlpReceiver();
                Running gateway = Running.of(
                        "-Dmeishi.sandbox.enabled=true",
                        "-Dmeishi.upstream.api=2.0",
                        "-Dmeishi.tracing.enabled=true",
                        "-Dmeishi.tracing.endpoint=" + collector.endpoint())) {
            gateway.gateway().ask("query Early { contacts(first: 3) { nodes { id tags { name } } } }", Map.of());
            eventually(() -> names(collector).contains("query Early"));

            gateway.gateway().ask("query Late { __typename }", Map.of());
            gateway.terminate();
            gateway.process().onExit().get();

            assertThat(names(collector))
                    .contains("Query.contacts", "GET /sandbox/2.0/v1.0/contacts", "query Early", "query Late");
            assertThat(collector.spans())
                    .allSatisfy(span -> assertThat(span.sender().getAttributesList())
                            .anyMatch(attribute -> attribute.getKey().equals("service.name")
                                    && attribute.getValue().getStringValue().equals("meishi")));
        }
    }

    private static List<String> names(OtlpReceiver collector) {
        return collector.spans().stream()
                .map(Received::span)
                .map(span -> span.getName())
                .toList();
    }
}
