package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.AsInstalled;
import dev.meishi.Gateway;
import dev.meishi.relay.GlobalId;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What totals and nodes leave to others at the quota of a new installation. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class SharesTest {

    private static final String NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    /** The order is that of the quota: lists first by many searches, then contacts. */
    @Test
    void thePagesOfManySearchesComeThoughTheirTotalsDoNotAndDetailsAreLeftByNodes() {
        Gateway gateway = new Gateway(address);
        gateway.sandbox("DELETE", "/sandbox/faults", "");
        gateway.reset();
        List<String> ids = gateway.ask("{ contacts(last: 100) { nodes { id } } }", Map.of())
                .at("/data/contacts/nodes")
                .findValuesAsText("id");

        JsonNode nodes = gateway.ask(NODES, Map.of("ids", ids));
        assertThat(nodes.has("errors")).as(nodes.toString()).isFalse();
        assertThat(nodes.at("/data/nodes").findValuesAsText("id")).isEqualTo(ids);
        assertThat(gateway.calls("listContacts") + gateway.calls("getContact")).isLessThanOrEqualTo(12);

        List<String> invented = Stream.concat(
                        ids.stream().limit(1),
                        IntStream.range(0, 99).mapToObj(i -> new GlobalId("Contact", "1", "none-" + i).encode()))
                .toList();
        JsonNode partly = gateway.ask(NODES, Map.of("ids", invented));
        assertThat(partly.at("/data/nodes/0/id").asText()).isEqualTo(ids.get(0));
        assertThat(partly.at("/data/nodes")).hasSize(100);
        assertThat(partly.path("errors")).hasSize(99).allSatisfy(error -> {
            assertThat(error.at("/extensions/code").asText()).isIn("LIMIT_EXCEEDED", "UPSTREAM_RATE_LIMITED");
            assertThat(error.at("/path/0").asText()).isEqualTo("nodes");
            assertThat(error.at("/path/1").asInt()).isPositive();
        });
        assertThat(gateway.ask("query($id: ID!) { contact(id: $id) { id } }", Map.of("id", ids.get(5)))
                        .at("/data/contact/id")
                        .asText())
                .isEqualTo(ids.get(5));

        int withoutTotal = 0;
        for (int i = 0; i < 18; i++) {
            JsonNode answer = gateway.ask(
                    "{ contacts(filter: {keyword: \"1\", externalOnly: " + (i % 2 == 0)
                            + "}) { totalCount nodes { id } } }",
                    Map.of());
            assertThat(answer.at("/data/contacts/nodes").isArray())
                    .as(answer.toString())
                    .isTrue();
            if (answer.at("/data/contacts/totalCount").isNull()) {
                withoutTotal++;
                assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("UPSTREAM_RATE_LIMITED");
                assertThat(answer.at("/errors/0/extensions/retryAfterSeconds").asInt())
                        .isPositive();
                assertThat(answer.at("/errors/0/path/1").asText()).isEqualTo("totalCount");
            }
        }
        assertThat(withoutTotal).isLessThan(18);
    }
}
