package dev.meishi.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.Gateway;
import dev.meishi.connection.Anchor;
import dev.meishi.connection.Cursor;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.Installation;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals, tags and cursors as a frontend meets them. */
@QuarkusTest
class FewCallsTest {

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
        gateway.reset();
        resets.fire(UpstreamReset.CONTENT);
    }

    /** LINE WORKS knows when it was created, and puts it into spans; what it sends does not say so. */
    @Test
    void aTotalIsTheSameWhateverFirstIsThoughAContactHasNoTime() {
        try {
            for (String id : List.of("untimed-1", "untimed-2")) {
                gateway.sandbox("POST", "/sandbox/contacts", "{\"resourceId\":\"" + id + "\"}");
            }
            Instant now = Instant.now();
            for (String order : List.of("CREATION_TIME", "MODIFICATION_TIME", "NAME")) {
                for (int days : List.of(7, 30, 2_000)) {
                    Set<String> totals = new HashSet<>();
                    for (String size : List.of(
                            "first: 1",
                            "first: 2",
                            "first: 3",
                            "first: 50",
                            "first: 500",
                            "last: 1",
                            "last: 2",
                            "last: 500")) {
                        JsonNode contacts = gateway.ask(
                                        "query($from: DateTime!, $to: DateTime!) { contacts(" + size
                                                + ", filter: {createdBetween: {from: $from, to: $to}}, orderBy: {field: "
                                                + order
                                                + "}) { totalCount totalCountPrecision nodes { resourceId } } }",
                                        Map.of(
                                                "from",
                                                        now.minus(days, ChronoUnit.DAYS)
                                                                .toString(),
                                                "to",
                                                        now.plus(1, ChronoUnit.DAYS)
                                                                .toString()))
                                .at("/data/contacts");
                        totals.add(contacts.path("totalCount") + " "
                                + contacts.path("totalCountPrecision").asText());
                    }
                    assertThat(totals)
                            .as("%s, %d days", order, days)
                            .hasSize(1)
                            .allMatch(total -> total.endsWith("EXACT"));
                }
            }
        } finally {
            gateway.sandbox("DELETE", "/sandbox/contacts/untimed-1", "");
            gateway.sandbox("DELETE", "/sandbox/contacts/untimed-2", "");
        }
    }

    @Test
    void aWalkThroughASpanGoesOnBehindContactsWithoutATime() {
        String to = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        try {
            for (String id : List.of("untimed-3", "untimed-4")) {
                gateway.sandbox("POST", "/sandbox/contacts", "{\"resourceId\":\"" + id + "\"}");
            }
            for (int days : List.of(6, 30, 2_000)) {
                String from = Instant.now().minus(days, ChronoUnit.DAYS).toString();
                List<String> met = new ArrayList<>();
                JsonNode page = walk(from, to, "");
                collect(page, met);
                while (page.at("/pageInfo/hasNextPage").asBoolean()) {
                    page = walk(from, to, page.at("/pageInfo/endCursor").asText());
                    collect(page, met);
                }
                assertThat(met).doesNotHaveDuplicates().contains("untimed-3", "untimed-4");
            }
        } finally {
            gateway.sandbox("DELETE", "/sandbox/contacts/untimed-3", "");
            gateway.sandbox("DELETE", "/sandbox/contacts/untimed-4", "");
        }
    }

    private JsonNode walk(String from, String to, String after) {
        JsonNode answer = gateway.ask(
                "query($from: DateTime!, $to: DateTime!) { contacts(first: 1"
                        + (after.isEmpty() ? "" : "3, after: \"" + after + "\"")
                        + ", filter: {createdBetween: {from: $from, to: $to}})"
                        + " { nodes { resourceId } pageInfo { endCursor hasNextPage } } }",
                Map.of("from", from, "to", to));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/contacts");
    }

    private static void collect(JsonNode page, List<String> met) {
        page.path("nodes").forEach(node -> met.add(node.path("resourceId").asText()));
    }

    @Test
    void tagsFromTheCacheSayHowOldTheyAreAndNoCacheHasThemAskedForAgain() throws InterruptedException {
        String query = "{tags{name}}";
        given().queryParam("query", query).get("/graphql").then().statusCode(200);
        Thread.sleep(1_100);

        Response again = given().queryParam("query", query).get("/graphql");
        assertThat(again.header("Age")).as(again.headers() + again.asString()).isNotNull();
        assertThat(Integer.parseInt(again.header("Age"))).isPositive();
        assertThat(again.jsonPath().getInt("extensions.cache.ageSeconds")).isPositive();
        assertThat(gateway.calls("listTags")).isEqualTo(1);

        Response anew = given().header("Cache-Control", "no-cache")
                .queryParam("query", query)
                .get("/graphql");
        assertThat(anew.header("Age")).isNull();
        assertThat(gateway.calls("listTags")).isEqualTo(2);
    }

    /** Whatever a cursor says: no failure of the gateway's own, few calls. */
    @Test
    void forgedCursorsAreRefusedOrReadWithFewCalls() throws IOException {
        Random random = new Random(1);
        long contacts = ContactSearch.ofAll("1").fingerprint();
        long members = Cursor.fingerprint("privateContacts", "account2@example.com");
        List<Integer> ranks = List.of(
                0,
                1,
                499,
                500,
                999,
                49_500,
                49_999,
                50_000,
                999_499,
                999_999,
                1_000_000,
                2_147_483_499,
                Integer.MAX_VALUE - 1);
        for (Anchor.Origin origin : Anchor.Origin.values()) {
            for (int rank : ranks) {
                Long time = random.nextInt(3) == 0 ? null : (Long) (1_500_000_000L + random.nextInt(300_000_000));
                Anchor anchor = new Anchor(origin, rank, random.nextLong(), time);
                String cursor = new Cursor(anchor, contacts).encode(Installation.SEAL);
                String ofMember = new Cursor(anchor, members).encode(Installation.SEAL);
                for (String field : List.of(
                        "contacts(first: 500, after: \"" + cursor + "\") { nodes { id } }",
                        "contacts(last: 20, before: \"" + cursor + "\") { nodes { id } }",
                        "privateContacts(memberEmail: \"account2@example.com\", after: \"" + ofMember
                                + "\") { totalCount }")) {
                    gateway.sandbox("DELETE", "/sandbox/calls", "");
                    JsonNode answer = new ObjectMapper()
                            .readTree(given().header("Cache-Control", "no-cache")
                                    .contentType("application/json")
                                    .body(Map.of("query", "{ " + field + " }"))
                                    .post("/graphql")
                                    .asString());
                    assertThat(answer.at("/errors/0/extensions/code").asText())
                            .as("%s %d %s", origin, rank, field)
                            .isIn("", "INVALID_CURSOR", "CURSOR_STALE", "RESULT_WINDOW_EXCEEDED");
                    assertThat(gateway.calls("listContacts") + gateway.calls("listPrivateContacts"))
                            .as("%s %d %s", origin, rank, field)
                            .isLessThanOrEqualTo(25);
                }
            }
        }
    }
}
