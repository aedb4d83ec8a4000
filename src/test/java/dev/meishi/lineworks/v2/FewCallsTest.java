package dev.meishi.lineworks.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of API 2.0 that lists take of ten thousand contacts, none of which is cached at first. */
@QuarkusTest
@TestProfile(TenThousandOnTwo.class)
@Timeout(120)
class FewCallsTest {

    private static final String QUERY = """
            query($first: Int, $after: String, $last: Int, $before: String, $filter: ContactFilter, $orderBy: ContactOrder) {
              contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
                edges { cursor node { resourceId } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }""";

    private static final int ALL = 10_000;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        forget();
    }

    private void forget() {
        gateway.reset();
        resets.fire(UpstreamReset.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATION_TIME", "MODIFICATION_TIME", "NAME"})
    void aWalkForwardByTwentyTakesTwentyTwoCallsAtMost(String field) {
        List<String> found = new ArrayList<>();
        @Nullable String after = null;
        JsonNode page;
        do {
            page = forward(20, after, field);
            found.addAll(ids(page));
            after = page.at("/pageInfo/endCursor").asText();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(found).isEqualTo(truth("?orderBy=" + field));
        assertThat(calls()).isLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATION_TIME", "MODIFICATION_TIME", "NAME"})
    void aWalkBackwardFromTheEndByTwentyTakesTwentyTwoCallsAtMost(String field) {
        List<String> found = new ArrayList<>();
        @Nullable String before = null;
        JsonNode page;
        do {
            page = backward(20, before, field);
            List<String> ids = ids(page);
            Collections.reverse(ids);
            found.addAll(ids);
            before = page.at("/pageInfo/startCursor").asText();
        } while (page.at("/pageInfo/hasPreviousPage").asBoolean());
        Collections.reverse(found);

        assertThat(found).isEqualTo(truth("?orderBy=" + field));
        assertThat(calls()).isLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATION_TIME", "MODIFICATION_TIME", "NAME"})
    void theFirstAndTheLastPageAreACallEach(String field) {
        forward(20, null, field);
        assertThat(calls()).isEqualTo(1);

        forget();
        backward(20, null, field);
        assertThat(calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATION_TIME", "MODIFICATION_TIME"})
    void aDeepLinkIsTwoCallsAtMost(String field) {
        List<String> truth = truth("?orderBy=" + field);
        @Nullable String after = null;
        for (int rank = 0; rank < 5_000; rank += 500) {
            after = forward(500, after, field).at("/pageInfo/endCursor").asText();
        }
        List<JsonNode> edges = new ArrayList<>();
        forward(20, after, field).at("/edges").forEach(edges::add);
        for (int i : List.of(0, 7, 19)) {
            String cursor = edges.get(i).path("cursor").asText();
            forget();
            assertThat(ids(forward(20, cursor, field))).isEqualTo(truth.subList(5_001 + i, 5_021 + i));
            assertThat(calls()).as("after, %d", i).isLessThanOrEqualTo(2);

            forget();
            assertThat(ids(backward(20, cursor, field))).isEqualTo(truth.subList(4_980 + i, 5_000 + i));
            assertThat(calls()).as("before, %d", i).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void changesArePolledByOneCall() {
        String since = Instant.now().minus(1, ChronoUnit.HOURS).toString();
        JsonNode answer = gateway.ask(
                "query($since: DateTime!) { changes(since: $since, first: 400) { nodes { resourceId } pageInfo { endCursor hasNextPage } } }",
                Map.of("since", since));

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aContactIsFoundByItsNumberWithOneCall() {
        String number = "";
        for (JsonNode phone : gateway.ask("{ contacts(first: 100) { nodes { phones { e164 } } } }", Map.of())
                .at("/data/contacts/nodes")
                .findValues("e164")) {
            number = phone.isNull() ? number : phone.asText();
        }
        forget();
        JsonNode answer = gateway.ask(
                "query($number: String!) { contactsByPhone(number: $number) { phones { e164 } } }",
                Map.of("number", number));

        assertThat(answer.at("/data/contactsByPhone/0").findValuesAsText("e164"))
                .as(answer.toString())
                .contains(number);
        assertThat(calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATION_TIME, CREATION_TIME, ASC, 500",
        "CREATION_TIME, CREATION_TIME, DESC, 500",
        "CREATION_TIME, CREATION_TIME, ASC, 1500",
        "CREATION_TIME, CREATION_TIME, DESC, 1500",
        "MODIFICATION_TIME, MODIFICATION_TIME, ASC, 800",
        "MODIFICATION_TIME, MODIFICATION_TIME, DESC, 800",
        "CREATION_TIME, MODIFICATION_TIME, ASC, 500",
        "CREATION_TIME, NAME, ASC, 500"
    })
    void aSpanOfAYearIsPlannedAndReadByTwentyOneCallsAtMost(
            String spanned, String field, String direction, int daysAgo) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(daysAgo, ChronoUnit.DAYS);
        Instant to = from.plus(365, ChronoUnit.DAYS);
        Map<String, ?> filter = Map.of(
                spanned.equals("CREATION_TIME") ? "createdBetween" : "modifiedBetween",
                Map.of("from", from.toString(), "to", to.toString()));
        List<String> found = new ArrayList<>();
        JsonObject variables = new JsonObject()
                .put("first", 20)
                .put("filter", new JsonObject(new HashMap<String, Object>(filter)))
                .put("orderBy", new JsonObject().put("field", field).put("direction", direction));
        JsonNode page;
        do {
            JsonNode answer = GraphqlClient.json(new GraphqlClient(address)
                    .post(new JsonObject()
                            .put("query", QUERY)
                            .put("variables", variables)
                            .put("extensions", new JsonObject().put("plan", true))
                            .encode()));
            JsonNode calls = answer.at("/extensions/plan/calls");
            assertThat(calls.path("planned").asInt()).as(calls.toString()).isLessThanOrEqualTo(21);
            page = answer.at("/data/contacts");
            int end = page.at("/pageInfo/hasNextPage").asBoolean() ? 0 : 1;
            assertThat(calls.path("made").asInt())
                    .as(calls.toString())
                    .isLessThanOrEqualTo(calls.path(spanned.equals(field) ? "planned" : "atMost")
                                    .asInt()
                            + end);
            found.addAll(ids(page));
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(calls()).isLessThanOrEqualTo(21);
        assertThat(found)
                .isNotEmpty()
                .isEqualTo(truth("?orderBy=" + field + "&sortOrder=" + direction + "&searchDateType=" + spanned
                        + "&startDateTime=" + from + "&endDateTime=" + to));
    }

    @Test
    void aTotalIsReadOnceAndThenKnown() {
        String query = "{ contacts(first: 20) { totalCount totalCountPrecision nodes { resourceId } } }";
        JsonNode first = gateway.ask(query, Map.of());
        int calls = calls();
        JsonNode second = gateway.ask(query, Map.of());

        assertThat(first.at("/data/contacts/totalCount").asInt())
                .as(first.toString())
                .isEqualTo(ALL);
        assertThat(first.at("/data/contacts/totalCountPrecision").asText()).isEqualTo("EXACT");
        assertThat(calls).isLessThanOrEqualTo(22);
        assertThat(second.path("data")).isEqualTo(first.path("data"));
        assertThat(calls()).isEqualTo(calls);
    }

    /** What stays as it is comes once, in order, whatever comes and goes around it. */
    @ParameterizedTest
    @ValueSource(strings = {"CREATION_TIME", "MODIFICATION_TIME", "NAME"})
    void aWalkMissesNothingAndFindsNothingTwiceWhileContactsComeAndGo(String field) {
        List<String> before = truth("?orderBy=" + field);
        List<String> found = new ArrayList<>();
        List<String> added = new ArrayList<>();
        @Nullable String after = null;
        JsonNode page;
        do {
            page = forward(333, after, field);
            found.addAll(ids(page));
            after = page.at("/pageInfo/endCursor").asText();
            for (int i = 0; i < 3; i++) {
                String id = "new-" + field + "-" + added.size();
                added.add(id);
                gateway.sandbox("POST", "/sandbox/contacts", "{\"resourceId\":\"" + id + "\"}");
            }
            gateway.sandbox("DELETE", "/sandbox/contacts/" + added.get(found.size() % added.size()), "");
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        added.forEach(id -> gateway.sandbox("DELETE", "/sandbox/contacts/" + id, ""));

        assertThat(found).doesNotHaveDuplicates();
        found.removeAll(new HashSet<>(added));
        assertThat(found).isEqualTo(before);
    }

    private int calls() {
        return gateway.calls("listContacts");
    }

    private JsonNode forward(int first, @Nullable String after, String field) {
        return page(variables("first", first, "after", after, Map.of(), field));
    }

    private JsonNode backward(int last, @Nullable String before, String field) {
        return page(variables("last", last, "before", before, Map.of(), field));
    }

    private static Map<String, @Nullable Object> variables(
            String size, int count, String end, @Nullable String cursor, Map<String, ?> filter, String field) {
        Map<String, @Nullable Object> variables =
                new HashMap<>(Map.of(size, count, "filter", filter, "orderBy", Map.of("field", field)));
        variables.put(end, cursor);
        return variables;
    }

    private JsonNode page(Map<String, ?> variables) {
        JsonNode answer = gateway.ask(QUERY, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/contacts");
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/edges").findValuesAsText("resourceId");
    }

    private List<String> truth(String query) {
        List<String> ids = new ArrayList<>();
        gateway.sandbox("GET", "/sandbox/contacts" + query, "")
                .path("resourceIds")
                .forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
