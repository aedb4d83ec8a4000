package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a frontend gets of the simulator's scenarios; with API 1.0, and in {@link ScenarioOnTwoTest} with 2.0. */
@QuarkusTest
class ScenarioTest {

    private static final String ALL = """
            {
              contacts(first: 200) {
                nodes {
                  id resourceId isExternal creationTime memo
                  name { full lastName nickName }
                  emails { address }
                  phones { type typeRaw value }
                  organizations { name }
                  locations { type typeRaw value }
                  events { type typeRaw calendar value }
                  messengers { type typeRaw accountId }
                  websites { value }
                  sharedMembers { type }
                  worksAt { type buddyUserIds }
                }
              }
            }""";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void start() {
        gateway = new Gateway(address);
    }

    @AfterEach
    void leaveNothing() {
        reset("default");
    }

    @Test
    void emptyHasNothingToList() {
        reset("empty");
        assertThat(contacts()).isEmpty();
    }

    @Test
    void namelessContactsHaveNoNameToShow() {
        reset("nameless");
        assertThat(contacts())
                .hasSize(100)
                .allMatch(contact -> contact.at("/name/full").isNull());
    }

    @Test
    void nullsAreAnsweredWithoutAnError() {
        reset("nulls");
        assertThat(contacts()).hasSize(100).allSatisfy(contact -> {
            assertThat(contact.path("resourceId").asText()).isNotEmpty();
            for (String list : List.of("emails", "phones", "organizations", "locations", "events", "messengers")) {
                assertThat(contact.path(list).isArray()).as(list).isTrue();
            }
        });
        assertThat(contacts()).anyMatch(contact -> contact.path("creationTime").isNull());
    }

    @Test
    void unknownEnumsAreUnknownAndKeepTheirWords() {
        reset("unknown-enums");
        List<JsonNode> phones = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode contact : contacts()) {
            contact.path("phones").forEach(phones::add);
            for (String list : List.of("locations", "messengers", "events")) {
                contact.path(list).forEach(others::add);
            }
        }
        assertThat(phones).isNotEmpty();
        assertThat(others).isNotEmpty();
        phones.addAll(others);
        assertThat(phones).allSatisfy(part -> {
            assertThat(part.path("type").asText()).isEqualTo("UNKNOWN");
            assertThat(part.path("typeRaw").asText()).isEqualTo("FUTURE_TYPE");
        });
    }

    @Test
    void aListStandsWithoutItsTags() {
        reset("tags-down");
        JsonNode answer = gateway.ask("{ contacts(first: 2) { nodes { resourceId tags { name } } } }", Map.of());

        assertThat(answer.at("/data/contacts/nodes")).hasSize(2);
        assertThat(answer.at("/errors/0/path").toString()).contains("tags");
    }

    @Test
    void downIsDown() {
        reset("down");
        assertThat(gateway.ask("{ contacts(first: 2) { nodes { resourceId } } }", Map.of())
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("UPSTREAM_UNAVAILABLE");
    }

    @Test
    void aNameIsFoundAsItIsShown() {
        reset("default");
        List<JsonNode> all =
                nodes(gateway.ask("{ contacts(first: 200) { nodes { resourceId name { full } } } }", Map.of()));
        for (JsonNode contact : all.subList(0, 40)) {
            String shown = contact.at("/name/full").asText();
            for (String keyword : List.of(shown, shown.replace(" ", "  "), shown.replace(' ', '\u3000'))) {
                assertThat(nodes(gateway.ask(
                                "query($keyword: String) { contacts(first: 200, filter: {keyword: $keyword}) { nodes { resourceId } } }",
                                Map.of("keyword", keyword))))
                        .as(keyword)
                        .extracting(found -> found.path("resourceId").asText())
                        .contains(contact.path("resourceId").asText());
            }
        }
    }

    private void reset(String scenario) {
        gateway.sandbox("POST", "/sandbox/reset", "{\"scenario\": \"" + scenario + "\"}");
    }

    private List<JsonNode> contacts() {
        JsonNode answer = gateway.ask(ALL, Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return nodes(answer);
    }

    private static List<JsonNode> nodes(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        List<JsonNode> nodes = new ArrayList<>();
        answer.at("/data/contacts/nodes").forEach(nodes::add);
        return nodes;
    }
}
