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
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A keyword, which API 2.0 has no search for, finds what API 1.0 of the same simulator finds by it. */
@QuarkusTest
@TestProfile(TenThousandOnTwo.class)
@Timeout(120)
class KeywordTest {

    private static final String QUERY = """
            query($first: Int, $after: String, $last: Int, $before: String, $filter: ContactFilter, $orderBy: ContactOrder) {
              contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
                %s nodes { resourceId }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }""";

    private static final String PAGES = QUERY.formatted("");
    private static final String WITH_TOTAL = QUERY.formatted("totalCount totalCountPrecision");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    private String[] headers = {};

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        forget();
    }

    private void forget() {
        gateway.reset();
        resets.fire(UpstreamReset.CONTENT);
    }

    private void asCallerOfFewCalls() {
        headers = new String[] {"Authorization", "Bearer " + TenThousandOnTwo.TOKEN_OF_FEW};
    }

    /** Parts of names, readings, titles, companies and tags. */
    @ParameterizedTest
    @CsvSource({
        "佐藤, CREATION_TIME",
        "サトウ, NAME",
        "株式会社, MODIFICATION_TIME",
        "VIP, CREATION_TIME",
        "お得意様, NAME",
        "김, CREATION_TIME",
        "고객, MODIFICATION_TIME",
        "JACK, NAME",
        "Dr., CREATION_TIME",
        "\"Quoted\", CREATION_TIME",
        "no such thing, NAME"
    })
    void theSameContactsAsByApiOneInBothDirections(String keyword, String field) {
        List<String> truth = truth(keyword, field);
        assertThat(truth.isEmpty()).isEqualTo(keyword.startsWith("no"));

        assertThat(forward(keyword, field, 97)).isEqualTo(truth);
        assertThat(calls()).isLessThanOrEqualTo(22);
        forget();
        assertThat(backward(keyword, field, 97)).isEqualTo(truth);
        assertThat(calls()).isLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @CsvSource({"ｻﾄｳ, サトウ", "ＪＡＣＫＳＯＮ, Jackson", "ＶＩＰ, vip"})
    void howAWordIsWrittenDoesNotMatter(String keyword, String plain) {
        assertThat(forward(keyword, "CREATION_TIME", 500)).isNotEmpty().isEqualTo(truth(plain, "CREATION_TIME"));
    }

    @Test
    void otherConditionsHoldTooAndSpansOfAnyLength() {
        Instant now = Instant.now();
        String from = now.minus(900, ChronoUnit.DAYS).toString();
        Map<String, ?> filter = Map.of(
                "keyword",
                "佐藤",
                "open",
                true,
                "createdBetween",
                Map.of("from", from, "to", now.minus(300, ChronoUnit.DAYS).toString()));
        List<String> all = new ArrayList<>();
        for (String field : List.of("CREATION_TIME", "NAME")) {
            List<String> found = walk("first", 50, filter, field);
            assertThat(found).isNotEmpty().doesNotHaveDuplicates();
            assertThat(truth("佐藤", field)).containsSubsequence(found);
            all.add(String.join(" ", found.stream().sorted().toList()));
        }
        assertThat(all.get(0)).isEqualTo(all.get(1));
    }

    /** A page ends where the calls end, and its cursor leads on from there. */
    @ParameterizedTest
    @CsvSource({
        "\"Quoted\", CREATION_TIME, first",
        "Jackson, NAME, first",
        "Jackson, MODIFICATION_TIME, last",
        "no such thing, NAME, last"
    })
    void withFewCallsAPageHasFewerAndTheNextOnesHaveTheRest(String keyword, String field, String size) {
        asCallerOfFewCalls();
        List<String> found = walk(size, 500, Map.of("keyword", keyword), field);

        assertThat(found).isEqualTo(truth(keyword, field));
        assertThat(calls()).isLessThanOrEqualTo(22);
    }

    @Test
    void otherFieldsOfTheOperationKeepTheirCalls() {
        asCallerOfFewCalls();
        JsonNode answer = ask("""
                {
                  rare: contacts(filter: {keyword: "no such thing"}) { nodes { id } pageInfo { hasNextPage endCursor } }
                  contacts(last: 1) { nodes { id } }
                }""", Map.of());

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/rare/nodes")).isEmpty();
        assertThat(answer.at("/data/rare/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(answer.at("/data/contacts/nodes")).hasSize(1);
    }

    /** Of a part that is cut from the end it is not known where that is. */
    @Test
    void theLastOfTheFirstAreRefusedWhereTheCallsEndBefore() {
        asCallerOfFewCalls();
        JsonNode answer =
                ask("{ contacts(first: 500, last: 1, filter: {keyword: \"Jackson\"}) { nodes { id } } }", Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.at("/errors/0/message").asText()).contains("Leave out last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATION_TIME", "NAME"})
    void aWalkMayTurnRound(String field) {
        List<String> truth = truth("Jackson", field);
        assertThat(truth).hasSizeGreaterThan(60);
        Map<String, ?> filter = Map.of("keyword", "Jackson");
        JsonNode page = page(PAGES, variables("first", 40, "after", null, filter, field));
        String start = page(
                        PAGES,
                        variables(
                                "first",
                                20,
                                "after",
                                page.at("/pageInfo/endCursor").asText(),
                                filter,
                                field))
                .at("/pageInfo/startCursor")
                .asText();
        for (boolean isCached : List.of(true, false)) {
            if (!isCached) {
                forget();
            }
            JsonNode before = page(PAGES, variables("last", 20, "before", start, filter, field));
            assertThat(ids(before)).isEqualTo(truth.subList(20, 40));
            assertThat(before.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        }
    }

    @Test
    void whatIsCachedOfTheWholeListServesEveryKeyword() {
        forward("no such thing", "CREATION_TIME", 20);
        int calls = calls();

        assertThat(forward("Jackson", "CREATION_TIME", 500)).isEqualTo(truth("Jackson", "CREATION_TIME"));
        assertThat(calls()).isEqualTo(calls);
        assertThat(gateway.calls("listTags")).isEqualTo(1);
    }

    @Test
    void aTotalIsCountedAsFarAsTheCallsGo() {
        int truth = truth("Jackson", "CREATION_TIME").size();
        Map<String, ?> variables = variables("first", 5, "after", null, Map.of("keyword", "Jackson"), "CREATION_TIME");
        JsonNode whole = page(WITH_TOTAL, variables);
        assertThat(whole.path("totalCount").asInt()).isEqualTo(truth);
        assertThat(whole.path("totalCountPrecision").asText()).isEqualTo("EXACT");

        forget();
        asCallerOfFewCalls();
        JsonNode part = page(WITH_TOTAL, variables);
        assertThat(part.path("totalCount").asInt()).isBetween(5, truth - 1);
        assertThat(part.path("totalCountPrecision").asText()).isEqualTo("AT_LEAST");
    }

    @Test
    void anExportHasThemAll() {
        String body = new GraphqlClient(address)
                .send("GET", "/export/contacts.ndjson?keyword=Jackson", BodyPublishers.noBody())
                .body();
        List<String> found = new ArrayList<>();
        for (String line : body.lines().toList()) {
            JsonNode contact = GraphqlClient.json(line).path("contact");
            if (!contact.isMissingNode()) {
                found.add(contact.path("resourceId").asText());
            }
        }

        assertThat(found).isEqualTo(truth("Jackson", "CREATION_TIME"));
        assertThat(body).contains("\"end\":true");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void changesHaveThoseAloneThatAreWanted(boolean isOfFew) {
        if (isOfFew) {
            asCallerOfFewCalls();
        }
        String since = Instant.now().minus(2_000, ChronoUnit.DAYS).toString();
        List<String> truth = truth("\"Quoted\"", "MODIFICATION_TIME");
        List<String> found = new ArrayList<>();
        @Nullable String after = null;
        JsonNode page;
        do {
            Map<String, @Nullable Object> variables = new HashMap<>(Map.of("since", since));
            variables.put("after", after);
            page = planned(
                            "query($since: DateTime!, $after: String) { changes(since: $since, first: 30, after: $after, filter: {keyword: \"\\\"Quoted\\\"\"})"
                                    + " { nodes { resourceId } pageInfo { hasNextPage endCursor } } }",
                            variables)
                    .at("/data/changes");
            found.addAll(ids(page));
            after = page.at("/pageInfo/endCursor").asText();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(found).isNotEmpty().isEqualTo(truth.subList(truth.size() - found.size(), truth.size()));
    }

    private List<String> forward(String keyword, String field, int size) {
        return walk("first", size, Map.of("keyword", keyword), field);
    }

    private List<String> backward(String keyword, String field, int size) {
        return walk("last", size, Map.of("keyword", keyword), field);
    }

    private List<String> walk(String size, int count, Map<String, ?> filter, String field) {
        boolean isForward = size.equals("first");
        List<String> found = new ArrayList<>();
        @Nullable String cursor = null;
        JsonNode place;
        do {
            JsonNode page = page(PAGES, variables(size, count, isForward ? "after" : "before", cursor, filter, field));
            List<String> ids = new ArrayList<>(ids(page));
            Collections.reverse(ids);
            found.addAll(isForward ? ids(page) : ids);
            place = page.path("pageInfo");
            cursor = place.path(isForward ? "endCursor" : "startCursor").asText();
        } while (place.path(isForward ? "hasNextPage" : "hasPreviousPage").asBoolean());
        if (!isForward) {
            Collections.reverse(found);
        }
        return found;
    }

    private JsonNode page(String query, Map<String, ?> variables) {
        return planned(query, variables).at("/data/contacts");
    }

    /** Every answer keeps to what was planned, and to what is allowed. */
    private JsonNode planned(String query, Map<String, ?> variables) {
        JsonNode answer = ask(query, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode calls = answer.at("/extensions/plan/calls");
        assertThat(calls.path("made").asInt())
                .as(calls.toString())
                .isLessThanOrEqualTo(calls.path("planned").asInt());
        assertThat(calls.path("planned").asInt())
                .isLessThanOrEqualTo(calls.path("allowed").asInt());
        return answer;
    }

    private JsonNode ask(String query, Map<String, ?> variables) {
        JsonObject body = new JsonObject()
                .put("query", query)
                .put("variables", new JsonObject(new HashMap<String, Object>(variables)))
                .put("extensions", new JsonObject().put("plan", true));
        return GraphqlClient.json(new GraphqlClient(address).post(body.encode(), headers));
    }

    private static Map<String, @Nullable Object> variables(
            String size, int count, String end, @Nullable String cursor, Map<String, ?> filter, String field) {
        Map<String, @Nullable Object> variables =
                new HashMap<>(Map.of(size, count, "filter", filter, "orderBy", Map.of("field", field)));
        variables.put(end, cursor);
        return variables;
    }

    private int calls() {
        return gateway.calls("listContacts");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("nodes").findValuesAsText("resourceId");
    }

    /** What the simulator finds for API 1.0. */
    private List<String> truth(String keyword, String field) {
        List<String> ids = new ArrayList<>();
        String encoded = URLEncoder.encode(keyword, StandardCharsets.UTF_8);
        gateway.sandbox("GET", "/sandbox/contacts?keyword=" + encoded + "&orderBy=" + field, "")
                .path("resourceIds")
                .forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
