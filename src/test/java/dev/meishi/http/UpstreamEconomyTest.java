package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.parameters;
import static dev.meishi.wire.GraphqlClient.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.ledger.PageSource;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operation may take of LINE WORKS by who asks, and what its answer says of what it took. */
@QuarkusTest
@TestProfile(TwoClasses.class)
class UpstreamEconomyTest {

    private static final String GRAPHQL = "application/graphql-response+json";

    private static final String NEW = "{ " + LedgerProbe.calling(1) + "}";
    private static final String FRESH = "{ " + LedgerProbe.kept(PageSource.FRESH, 40) + "}";
    private static final String STALE =
            "{ " + LedgerProbe.kept(PageSource.FRESH, 40) + " b: " + LedgerProbe.kept(PageSource.STALE, 400) + "}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LedgerProbe probe;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void startAfresh() {
        caller = new GraphqlClient(address);
        probe.reset();
    }

    @Test
    void anOperationThatNeedsTooManyCallsMakesNone() {
        String document = "{ __typename a: " + LedgerProbe.calling(4) + "b: " + LedgerProbe.calling(2) + "}";

        for (HttpResponse<String> response : List.of(
                caller.ask(document, "Accept", GRAPHQL),
                caller.get(parameters(Map.of("query", document)), "Accept", GRAPHQL))) {
            JsonNode answer = json(response);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(answer.has("data")).isFalse();
            assertThat(answer.path("errors")).hasSize(1);
            assertThat(answer.at("/errors/0/message").asText())
                    .isEqualTo("The operation needs 6 calls to LINE WORKS; the maximum is 5"
                            + " (meishi.callers.<class>.max-upstream-calls): probe 4, probe 2. Probe less.");
            assertThat(answer.at("/errors/0/extensions")).isEqualTo(json("""
                            {"code":"LIMIT_EXCEEDED","retryable":false,"limit":"upstream-calls","found":6,"allowed":5}"""));
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        }
        assertThat(probe.seen).hasSize(4);
        assertThat(probe.stopped).hasValue(4);
        assertThat(probe.calls).hasValue(0);
    }

    @Test
    void anOperationThatNeedsAsManyAsAllowedMakesThem() {
        HttpResponse<String> response =
                caller.ask("{ a: " + LedgerProbe.calling(3) + "b: " + LedgerProbe.calling(2) + "}");

        assertThat(response.body()).isEqualTo("{\"data\":{\"a\":null,\"b\":null}}");
        assertThat(probe.calls).hasValue(5);
    }

    @Test
    void whoHasAClassOfItsOwnMayHaveMore() {
        String document = "{ " + LedgerProbe.calling(50) + "}";

        assertThat(code(caller.ask(document))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(code(caller.ask(document, "Authorization", "Bearer another")))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(probe.calls).hasValue(0);
        assertThat(json(caller.ask(document, "Authorization", TwoClasses.OFFICE))
                        .has("errors"))
                .isFalse();
        assertThat(probe.calls).hasValue(50);
        assertThat(json(caller.ask("{ " + LedgerProbe.calling(51) + "}", "Authorization", TwoClasses.OFFICE))
                        .at("/errors/0/extensions/allowed")
                        .asInt())
                .isEqualTo(50);
    }

    @Test
    void aFieldFindsTheLedgerOfItsOwnOperation() {
        caller.ask("{ a: " + LedgerProbe.calling(1) + "b: " + LedgerProbe.calling(1) + "}");
        assertThat(probe.seen).hasSize(2);
        assertThat(List.copyOf(probe.seen).get(0))
                .isSameAs(List.copyOf(probe.seen).get(1));

        caller.ask(NEW);
        assertThat(List.copyOf(probe.seen).get(2))
                .isNotSameAs(List.copyOf(probe.seen).get(1));
        assertThat(List.copyOf(probe.seen).get(2).budget().allowed()).isEqualTo(5);
    }

    @Test
    void anAnswerSaysHowOldItIs() {
        for (HttpResponse<String> response :
                List.of(caller.ask(STALE), caller.get(parameters(Map.of("query", STALE))))) {
            assertThat(response.body())
                    .isEqualTo(
                            "{\"data\":{\"node\":null,\"b\":null},\"extensions\":{\"cache\":{\"ageSeconds\":400,\"stale\":true}}}");
            assertThat(header(response, "Age")).isEqualTo("400");
        }
        HttpResponse<String> young = caller.ask(FRESH);
        assertThat(json(young).at("/extensions/cache")).isEqualTo(json("{\"ageSeconds\":40,\"stale\":false}"));
        assertThat(header(young, "Age")).isEqualTo("40");
    }

    @Test
    void anAnswerThatIsNewHasNoAge() {
        for (HttpResponse<String> response : List.of(caller.ask(NEW), caller.get(parameters(Map.of("query", NEW))))) {
            assertThat(response.body()).isEqualTo("{\"data\":{\"node\":null}}");
            assertThat(header(response, "Age")).isEmpty();
        }
    }

    @Test
    void whatIsRefusedHasNoAge() {
        HttpResponse<String> response =
                caller.ask("{ " + LedgerProbe.kept(PageSource.FRESH, 40) + " b: " + LedgerProbe.calling(6) + "}");

        assertThat(code(response)).isEqualTo("LIMIT_EXCEEDED");
        assertThat(header(response, "Age")).isEmpty();
        assertThat(json(response).has("extensions")).isFalse();
    }

    @Test
    void theTagOfAnAnswerDoesNotChangeWithItsAge() {
        HttpResponse<String> young = caller.get(parameters(Map.of("query", NEW)));
        HttpResponse<String> old = caller.get(parameters(Map.of("query", FRESH)));
        HttpResponse<String> planned =
                caller.get(parameters(Map.of("query", FRESH, "extensions", "{\"plan\":true,\"cost\":true}")));
        HttpResponse<String> other = caller.get(parameters(Map.of("query", STALE)));
        String tag = header(young, "ETag");

        assertThat(tag).matches("W/\"[\\w-]{22}\"");
        assertThat(header(old, "ETag")).isEqualTo(tag);
        assertThat(header(planned, "ETag")).isEqualTo(tag);
        assertThat(header(other, "ETag")).isNotEqualTo(tag);
    }

    @Test
    void whoHasTheAnswerIsToldItsAgeAllTheSame() {
        String tag = header(caller.get(parameters(Map.of("query", NEW))), "ETag");

        HttpResponse<String> response = caller.get(parameters(Map.of("query", FRESH)), "If-None-Match", tag);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "Age")).isEqualTo("40");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | no-cache             | X      | 1          | true",
                "Cache-Control | max-age=0, No-Cache  | X      | 1          | true",
                "Cache-Control | max-age=0            | Cache-Control | no-cache | true",
                "Pragma        | no-cache             | X      | 1          | true",
                "Pragma        | no-cache             | Cache-Control | max-age=0 | false",
                "Cache-Control | no-store             | X      | 1          | false",
                "Cache-Control | x-no-cache           | X      | no-cache   | false",
            })
    void whoMayRefreshIsAnsweredAnewIfItAsks(
            String name, String value, String otherName, String otherValue, boolean isAnew) {
        String[] headers = {name, value, otherName, otherValue, "Authorization", TwoClasses.OFFICE};

        for (HttpResponse<String> response :
                List.of(caller.ask(FRESH, headers), caller.get(parameters(Map.of("query", FRESH)), headers))) {
            assertThat(header(response, "Age")).isEqualTo(isAnew ? "" : "40");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control", "Pragma"})
    void whoMayNotRefreshIsAnsweredWithWhatIsKept(String header) {
        HttpResponse<String> response = caller.ask(FRESH, header, "no-cache");

        assertThat(header(response, "Age")).isEqualTo("40");
    }

    @Test
    void thePlanIsShownToWhoAsksForIt() {
        String document = "{ " + LedgerProbe.kept(PageSource.STALE_IF_ERROR, 400) + "b: " + LedgerProbe.calling(2)
                + "c: " + LedgerProbe.kept(PageSource.SHARED, 0) + "}";
        HttpResponse<String> response =
                caller.post(written(Map.of("query", document, "extensions", Map.of("plan", true))));

        assertThat(json(response).at("/extensions/plan")).isEqualTo(json("""
                {
                  "calls": {"planned": 2, "atMost": 2, "allowed": 5, "made": 2},
                  "pages": [
                    {"list": "probes", "position": "0", "size": 20, "from": "STALE_IF_ERROR", "ageSeconds": 400},
                    {"list": "probes", "position": "0", "size": 20, "from": "CALL", "ageSeconds": 0},
                    {"list": "probes", "position": "0", "size": 20, "from": "SHARED", "ageSeconds": 0}
                  ],
                  "fields": [
                    {"field": "probe", "calls": 0, "atMost": 0, "how": "0 at once"},
                    {"field": "probe", "calls": 2, "atMost": 2, "how": "2 at once"},
                    {"field": "probe", "calls": 0, "atMost": 0, "how": "0 at once"}
                  ],
                  "kept": 1,
                  "shared": 1,
                  "waitedMillis": 0
                }"""));
        assertThat(json(caller.ask(document)).at("/extensions").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("cache");
    }

    @Test
    void costPlanAndAgeGoTogether() {
        HttpResponse<String> response =
                caller.post(written(Map.of("query", FRESH, "extensions", Map.of("plan", true, "cost", true))));

        assertThat(json(response).at("/extensions").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("cost", "plan", "cache");
        assertThat(json(response).at("/data/node").isNull()).isTrue();
    }

    @Test
    void onAWebSocketTheClassIsThatOfTheOneWhoOpenedIt() throws InterruptedException {
        String document = "{ " + LedgerProbe.calling(6) + "}";
        Socket everybody = Socket.with(address, Map.of()).initialised();
        Socket office =
                Socket.with(address, Map.of("Authorization", TwoClasses.OFFICE)).initialised();

        JsonNode refused = everybody.subscribe("a", document).next();
        assertThat(refused.path("type").asText()).isEqualTo("error");
        assertThat(refused.at("/payload/0/extensions/limit").asText()).isEqualTo("upstream-calls");
        assertThat(probe.calls).hasValue(0);
        JsonNode next = office.subscribe("a", document).next();
        assertThat(next.path("payload")).isEqualTo(json("{\"data\":{\"node\":null}}"));
        assertThat(probe.calls).hasValue(6);
    }

    @Test
    void onAWebSocketTheAgeIsSaidAndWhatItWasOpenedWithRefreshesNothing() throws InterruptedException {
        Socket socket = Socket.with(address, Map.of("Authorization", TwoClasses.OFFICE, "Cache-Control", "no-cache"))
                .initialised();

        JsonNode next = socket.subscribe("a", FRESH).next();

        assertThat(next.path("payload"))
                .isEqualTo(json(
                        "{\"data\":{\"node\":null},\"extensions\":{\"cache\":{\"ageSeconds\":40,\"stale\":false}}}"));
    }
}
