package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A simulator that is reset, or changed by hand, leaves nothing of what it was in the gateway, which keeps pages and tags for long. */
@QuarkusTest
@TestProfile(LongCaches.class)
class SimulatorResetTest {

    private static final String PAGE =
            "query($after: String) { contacts(first: 250, after: $after) { nodes { resourceId } pageInfo { endCursor hasNextPage } } }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.sandbox("POST", "/sandbox/reset", "");
    }

    @AfterEach
    void leaveNothing() {
        gateway.sandbox("POST", "/sandbox/reset", "");
    }

    @Test
    void afterAResetAWalkFindsTheDataOfTheStart() {
        List<String> atFirst = walk();
        gateway.sandbox("POST", "/sandbox/changes", "{\"deletes\": 50, \"inserts\": 20}");
        gateway.sandbox("DELETE", "/sandbox/contacts", "");

        assertThat(walk()).isEqualTo(atFirst).hasSize(1_000);
        assertThat(gateway.calls("listContacts")).as("asked for again").isGreaterThanOrEqualTo(4);
    }

    @Test
    void aContactThatIsPutOrTakenOutByHandIsSeenAtOnce() {
        walk();
        gateway.sandbox("POST", "/sandbox/contacts", "{\"resourceId\": \"by-hand\"}");
        assertThat(walk()).contains("by-hand");
        assertThat(memo()).isEmpty();

        gateway.sandbox("PUT", "/sandbox/contacts/by-hand", "{\"memo\": \"changed\"}");
        assertThat(memo()).isEqualTo("changed");

        gateway.sandbox("PATCH", "/sandbox/contacts/by-hand", "{\"memo\": \"patched\"}");
        assertThat(memo()).isEqualTo("patched");

        gateway.sandbox("DELETE", "/sandbox/contacts/by-hand", "");
        assertThat(walk()).doesNotContain("by-hand").hasSize(1_000);
    }

    @Test
    void aScenarioIsSeenAtOnce() {
        walk();
        gateway.sandbox("POST", "/sandbox/reset", "{\"scenario\": \"empty\"}");
        assertThat(walk()).isEmpty();
        gateway.sandbox("POST", "/sandbox/reset", "{\"scenario\": \"nameless\"}");
        assertThat(walk()).hasSize(100);
        gateway.sandbox("POST", "/sandbox/reset", "");
        assertThat(walk()).hasSize(1_000);
    }

    @Test
    void withoutTheCacheFaultsShowAtOnce() {
        walk();
        gateway.faults("/listContacts", "{\"errors\": {\"503\": 1}}");
        gateway.sandbox("DELETE", "/sandbox/cache", "");

        JsonNode answer = gateway.ask("{ contacts(first: 1) { nodes { id } } }", Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("UPSTREAM_UNAVAILABLE");
    }

    @Test
    void tagsAreAskedForAgain() {
        gateway.ask("{ tags { name } }", Map.of());
        gateway.ask("{ tags { name } }", Map.of());
        assertThat(gateway.calls("listTags")).isEqualTo(1);

        gateway.sandbox("DELETE", "/sandbox/faults", "");
        gateway.ask("{ tags { name } }", Map.of());

        assertThat(gateway.calls("listTags")).isEqualTo(2);
    }

    @Test
    void faultsThatAreSetLeaveKeptPagesInUseAndFaultsThatAreTakenAwayDoNot() {
        walk();
        gateway.faults("/listContacts", "{\"errors\": {\"503\": 1}}");
        assertThat(walk()).as("covered by what is kept").hasSize(1_000);
        gateway.sandbox("DELETE", "/sandbox/calls", "");

        gateway.sandbox("DELETE", "/sandbox/faults/listContacts", "");

        assertThat(walk()).hasSize(1_000);
        assertThat(gateway.calls("listContacts")).isPositive();
    }

    @Test
    void aResetTakesFaultsRatesAndCountsBackToo() {
        gateway.faults("", "{\"errors\": {\"503\": 1}}");
        gateway.sandbox("PUT", "/sandbox/changes", "{\"insertsPerSecond\": 1}");
        for (int i = 0; i < 4; i++) {
            gateway.ask("{ contacts(first: 1) { nodes { resourceId } } }", Map.of());
        }
        gateway.sandbox("POST", "/sandbox/reset", "");

        assertThat(gateway.sandbox("GET", "/sandbox/calls", "")
                        .path("listContacts")
                        .asInt())
                .isZero();
        assertThat(gateway.sandbox("GET", "/sandbox/changes", "")
                        .path("insertsPerSecond")
                        .asDouble())
                .isZero();
        assertThat(walk()).hasSize(1_000);
    }

    private String memo() {
        return gateway.ask("{ contact(id: \"Q29udGFjdDoxOmJ5LWhhbmQ\") { memo } }", Map.of())
                .at("/data/contact/memo")
                .asText("");
    }

    private List<String> walk() {
        List<String> found = new ArrayList<>();
        Map<String, String> variables = Map.of();
        while (true) {
            JsonNode page = gateway.ask(PAGE, variables).at("/data/contacts");
            page.path("nodes").forEach(node -> found.add(node.path("resourceId").asText()));
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                return found;
            }
            variables = Map.of("after", page.at("/pageInfo/endCursor").asText());
        }
    }
}
