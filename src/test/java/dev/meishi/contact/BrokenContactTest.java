package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.LongCaches;
import dev.meishi.relay.GlobalId;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One contact that cannot be read leaves an error in its place, and takes nothing else along. */
@QuarkusTest
@TestProfile(LongCaches.class)
class BrokenContactTest {

    private static final String LIST = """
            query List($first: Int, $after: String, $keyword: String) {
              contacts(first: $first, after: $after, filter: {keyword: $keyword}) {
                edges { cursor node { resourceId } }
                nodes { resourceId tags { name } }
                pageInfo { hasNextPage endCursor }
                totalCount
              }
            }""";

    private static final String CHANGES = """
            query Changes($since: DateTime!, $first: Int, $after: String, $keyword: String) {
              changes(since: $since, first: $first, after: $after, filter: {keyword: $keyword}) {
                nodes { resourceId }
                pageInfo { hasNextPage endCursor }
              }
            }""";

    private static final String BROKEN = "\"emails\": {\"address\": \"secret@example.com\"}";

    private static int number;

    private final String keyword = "Broken" + ++number;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.sandbox("DELETE", "/sandbox/contacts", "");
        gateway.reset();
    }

    @AfterEach
    void leaveNothingBehind() {
        gateway.sandbox("DELETE", "/sandbox/contacts", "");
        gateway.reset();
    }

    @Test
    void inAListItIsNullWithAnErrorAndTheOthersCome() {
        put("a", "2024-01-01T00:00:00Z", "");
        put("b", "2024-01-02T00:00:00Z", BROKEN);
        put("c", "2024-01-03T00:00:00Z", "");

        JsonNode answer = gateway.ask(LIST, list(20, null));

        JsonNode page = answer.at("/data/contacts");
        assertThat(texts(page.path("nodes"), "/resourceId")).containsExactly(id("a"), null, id("c"));
        assertThat(texts(page.path("edges"), "/node/resourceId")).containsExactly(id("a"), null, id("c"));
        assertThat(texts(page.path("edges"), "/cursor")).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(page.path("totalCount").asInt()).isEqualTo(3);
        assertThat(texts(answer.path("errors"), "/path")).hasSize(2);
        assertThat(paths(answer))
                .containsExactlyInAnyOrder("[\"contacts\",\"nodes\",1]", "[\"contacts\",\"edges\",1,\"node\"]");
        assertThat(answer.path("errors")).allSatisfy(this::isAboutB);
        assertThat(answer.toString()).doesNotContain("secret");
    }

    @Test
    void anAnswerWithItIsWrittenAsQuicklyAsAnyAndKept() {
        put("b", "2024-01-02T00:00:00Z", BROKEN);
        double before = planned();

        JsonNode answer = gateway.ask(LIST, list(20, null));
        JsonNode again = gateway.ask(LIST, list(20, null));

        assertThat(planned()).isEqualTo(before + 2);
        assertThat(again.path("errors")).isEqualTo(answer.path("errors"));
        assertThat(again.path("data")).isEqualTo(answer.path("data"));
        assertThat(gateway.calls("listContacts")).isEqualTo(1);
    }

    /** A caller can have a field fail as often as it likes. */
    @Test
    void anAnswerWithResolversThatFailIsWrittenAsQuicklyAsAny() {
        put("a", "2024-01-01T00:00:00Z", "");
        double before = planned();

        JsonNode answer = gateway.ask("""
                query Failing($keyword: String) {
                  contact(id: "nobody") { id }
                  contacts(first: 5, filter: {keyword: $keyword}) { nodes { resourceId tags { name } } }
                  nodes(ids: ["nobody"]) { id }
                }""", Map.of("keyword", keyword));

        assertThat(planned()).isEqualTo(before + 1);
        assertThat(answer.at("/data/contact").isNull()).isTrue();
        assertThat(texts(answer.at("/data/contacts/nodes"), "/resourceId")).containsExactly(id("a"));
        assertThat(paths(answer)).contains("[\"contact\"]");
        assertThat(answer.path("errors"))
                .allSatisfy(error ->
                        assertThat(error.at("/extensions/code").asText()).isEqualTo("INVALID_ID"));
    }

    @Test
    void pagingGoesOnOverIt() {
        for (int i = 0; i < 7; i++) {
            put("p" + i, "2024-01-01T00:00:0" + i + "Z", i % 3 == 0 ? BROKEN : "");
        }
        List<@Nullable String> met = new ArrayList<>();
        String cursor = null;
        for (boolean hasNext = true; hasNext; ) {
            JsonNode page = gateway.ask(LIST, list(1, cursor)).at("/data/contacts");
            met.addAll(texts(page.path("nodes"), "/resourceId"));
            cursor = page.at("/pageInfo/endCursor").asText();
            hasNext = page.at("/pageInfo/hasNextPage").asBoolean();
        }

        assertThat(met).containsExactly(null, id("p1"), id("p2"), null, id("p4"), id("p5"), null);
    }

    @Test
    void aloneItIsAnErrorThatRepeatingDoesNotMend() {
        put("b", "2024-01-02T00:00:00Z", BROKEN);
        Map<String, String> variables = Map.of("id", new GlobalId("Contact", "1", id("b")).encode());

        JsonNode answer = gateway.ask(
                "query One($id: ID!) { contact(id: $id) { id } node(id: $id) { id } tags { name } }", variables);

        assertThat(answer.at("/data/contact").isNull()).isTrue();
        assertThat(answer.at("/data/node").isNull()).isTrue();
        assertThat(answer.at("/data/tags").size()).isPositive();
        assertThat(answer.path("errors")).hasSize(2).allSatisfy(this::isAboutB);
    }

    @Test
    void amongNodesItIsAnErrorOfItsOwnWhetherTheyComeOfACachedListOrNot() {
        put("a", "2024-01-01T00:00:00Z", "");
        put("b", "2024-01-02T00:00:00Z", BROKEN);
        Map<String, ?> ids = Map.of("ids", List.of(globalId("a"), globalId("b")));
        String nodes = "query Some($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { resourceId } } }";

        JsonNode asked = gateway.ask(nodes, ids);
        gateway.ask(LIST, list(20, null));
        JsonNode cached = gateway.ask(nodes, ids);

        for (JsonNode answer : List.of(asked, cached)) {
            assertThat(texts(answer.at("/data/nodes"), "/resourceId")).containsExactly(id("a"), null);
            assertThat(answer.path("errors")).hasSize(1).allSatisfy(this::isAboutB);
        }
    }

    @Test
    void changesHaveItInItsPlace() {
        put("a", "2024-01-01T00:00:00Z", "");
        put("b", "2024-01-02T00:00:00Z", BROKEN);
        put("c", "2024-01-03T00:00:00+0900", "");

        JsonNode answer = gateway.ask(CHANGES, changes(20, null));

        assertThat(texts(answer.at("/data/changes/nodes"), "/resourceId"))
                .containsExactlyInAnyOrder(id("a"), null, id("c"));
        assertThat(answer.path("errors")).hasSize(1).allSatisfy(this::isAboutB);
    }

    @Test
    void changesLeaveOutNothingWhoseTimeCannotBeRead() {
        put("a", "2024-01-01T00:00:00Z", "");
        put("b", "yesterday", "");
        put("c", "2024-01-03T00:00:00+0900", "");
        putWithoutTime("d");

        JsonNode page = gateway.ask(CHANGES, changes(20, null));

        assertThat(texts(page.at("/data/changes/nodes"), "/resourceId"))
                .hasSize(4)
                .contains(id("a"), id("c"))
                .containsOnlyOnce(id("a"), id("c"));
        assertThat(page.path("errors")).hasSize(2).allSatisfy(error -> {
            assertThat(error.at("/extensions/code").asText()).isEqualTo("UPSTREAM_INVALID");
            assertThat(error.path("message").asText()).contains("'modificationTime'");
        });
        assertThat(gateway.ask(
                                CHANGES,
                                changes(
                                        20,
                                        page.at("/data/changes/pageInfo/endCursor")
                                                .asText()))
                        .path("errors"))
                .isEmpty();
    }

    private void isAboutB(JsonNode error) {
        assertThat(error.at("/extensions/code").asText()).isEqualTo("UPSTREAM_INVALID");
        assertThat(error.at("/extensions/retryable").asBoolean(true)).isFalse();
        assertThat(error.at("/extensions/id").asText()).isEqualTo(new GlobalId("Contact", "1", id("b")).encode());
        assertThat(error.path("message").asText()).contains("'emails'", id("b")).doesNotContain("secret");
    }

    private String globalId(String name) {
        return new GlobalId("Contact", "1", id(name)).encode();
    }

    private String id(String name) {
        return keyword + "-" + name;
    }

    private void put(String name, String time, String members) {
        gateway.sandbox(
                "POST",
                "/sandbox/contacts",
                "{\"resourceId\": \"" + id(name) + "\", \"open\": true, \"name\": {\"lastName\": \"" + keyword
                        + "\"}, \"creationTime\": \"" + time + "\", \"modificationTime\": \"" + time + "\""
                        + (members.isEmpty() ? "" : ", " + members) + "}");
    }

    private void putWithoutTime(String name) {
        gateway.sandbox(
                "POST",
                "/sandbox/contacts",
                "{\"resourceId\": \"" + id(name) + "\", \"open\": true, \"name\": {\"lastName\": \"" + keyword
                        + "\"}}");
    }

    private Map<String, @Nullable Object> list(int first, @Nullable String after) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("first", first);
        variables.put("after", after);
        variables.put("keyword", keyword);
        return variables;
    }

    private Map<String, @Nullable Object> changes(int first, @Nullable String after) {
        Map<String, @Nullable Object> variables = list(first, after);
        variables.put("since", "2023-12-31T00:00:00Z");
        return variables;
    }

    private double planned() {
        return new Gateway(management)
                .text("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("meishi_operations_total{by=\"plan\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<String> paths(JsonNode answer) {
        return StreamSupport.stream(answer.path("errors").spliterator(), false)
                .map(error -> error.path("path").toString())
                .toList();
    }

    private static List<@Nullable String> texts(JsonNode list, String at) {
        List<@Nullable String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(
                entry.at(at).isMissingNode() || entry.at(at).isNull()
                        ? null
                        : entry.at(at).asText()));
        return texts;
    }
}
