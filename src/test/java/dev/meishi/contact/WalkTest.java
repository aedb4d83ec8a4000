package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.TenThousandContacts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that pages through 10,000 contacts sees the simulator's own list, whatever its page size and order. */
@QuarkusTest
@TestProfile(TenThousandContacts.class)
class WalkTest {

    private static final String QUERY = """
            query Walk($first: Int, $after: String, $filter: ContactFilter, $orderBy: ContactOrder) {
              contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
                edges { cursor node { resourceId } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }""";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 100, 333, 500})
    void everyContactComesOnceInOrder(int first) {
        List<String> walked = walk(first, null, Map.of(), Map.of());

        assertThat(walked).hasSize(10_000).isEqualTo(truth(""));
    }

    @ParameterizedTest
    @CsvSource({"NAME, ASC", "NAME, DESC", "CREATION_TIME, DESC", "MODIFICATION_TIME, ASC", "MODIFICATION_TIME, DESC"})
    void everyOrderIsWalkedWhole(String field, String direction) {
        List<String> walked = walk(333, null, Map.of(), Map.of("field", field, "direction", direction));

        assertThat(walked).isEqualTo(truth("?orderBy=" + field + "&sortOrder=" + direction));
    }

    @Test
    void aFilteredListIsWalkedWhole() {
        assertThat(walk(37, null, Map.of("externalOnly", true, "open", false), Map.of()))
                .isNotEmpty()
                .isEqualTo(truth("?filterWorksAt=true&open=false"));
        assertThat(walk(50, null, Map.of("accessibleTo", "account7@example.com", "keyword", "株式会社"), Map.of()))
                .isNotEmpty()
                .isEqualTo(truth("?userId=account7@example.com&keyword=%E6%A0%AA%E5%BC%8F%E4%BC%9A%E7%A4%BE"));
    }

    @Test
    void aWalkMayChangeItsPageSizeAtAnyRank() {
        List<String> truth = truth("");
        JsonNode page = page(13, null, Map.of(), Map.of());
        List<String> walked = new ArrayList<>(ids(page));
        int[] sizes = {1, 500, 7, 333, 2, 499, 20, 100};
        for (int turn = 0; page.at("/pageInfo/hasNextPage").asBoolean(); turn++) {
            page = page(
                    sizes[turn % sizes.length], page.at("/pageInfo/endCursor").asText(), Map.of(), Map.of());
            walked.addAll(ids(page));
        }
        assertThat(walked).isEqualTo(truth);
    }

    @Test
    void anyWindowOfFiveHundredOrLessNeedsTwoCallsAtMostAndWhatIsKeptNone() {
        String after =
                page(499, null, Map.of(), Map.of()).at("/pageInfo/endCursor").asText();
        gateway.reset();
        page(500, after, Map.of(), Map.of());
        assertThat(gateway.calls("listContacts")).isLessThanOrEqualTo(2);

        gateway.reset();
        page(20, after, Map.of(), Map.of());
        assertThat(gateway.calls("listContacts")).isZero();
    }

    @Test
    void aPageSaysWhereItLies() {
        JsonNode first = page(20, null, Map.of(), Map.of());
        assertThat(first.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
        assertThat(first.at("/pageInfo/startCursor")).isEqualTo(first.at("/edges/0/cursor"));
        assertThat(first.at("/pageInfo/endCursor")).isEqualTo(first.at("/edges/19/cursor"));

        JsonNode second = page(20, first.at("/edges/4/cursor").asText(), Map.of(), Map.of());
        assertThat(second.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        assertThat(ids(second).get(0)).isEqualTo(ids(first).get(5));
    }

    private List<String> walk(int first, @Nullable String start, Map<String, ?> filter, Map<String, ?> orderBy) {
        List<String> walked = new ArrayList<>();
        JsonNode page;
        @Nullable String after = start;
        do {
            page = page(first, after, filter, orderBy);
            walked.addAll(ids(page));
            after = page.at("/pageInfo/endCursor").asText();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return walked;
    }

    private JsonNode page(int first, @Nullable String after, Map<String, ?> filter, Map<String, ?> orderBy) {
        Map<String, @Nullable Object> variables =
                new HashMap<>(Map.of("first", first, "filter", filter, "orderBy", orderBy));
        variables.put("after", after);
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
