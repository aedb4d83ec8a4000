package dev.meishi.lineworks.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's number to the contact, whatever spelling LINE WORKS has, among ten thousand contacts. */
@QuarkusTest
@TestProfile(TenThousandOnTwo.class)
@Timeout(120)
class ContactsByPhoneTest {

    private static final String QUERY =
            "query($number: String!, $first: Int, $filter: ContactFilter) { contactsByPhone(number: $number, first: $first, filter: $filter) { resourceId phones { value e164 } } }";

    /** Of no contact that the simulator makes: they have no area of three digits like this. */
    private static final String NOBODY = "0957-23-9876";

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

    @AfterEach
    void leaveNobodyBehind() {
        for (String id : List.of("caller", "other")) {
            gateway.sandbox("DELETE", "/sandbox/contacts/" + id, "");
        }
        given().delete("/sandbox/2.0/readings");
    }

    /** LINE WORKS may compare numbers by their digits, or as they are written: that is not known. */
    @ParameterizedTest
    @CsvSource({
        "IGNORED, 0957-23-4321, 0957234321, 1",
        "IGNORED, +81 957-23-4321, 0957-23-4321, 1",
        "IGNORED, +81 0957-23-4321, ０９５７２３４３２１, 1",
        "IGNORED, (0957)23-4321P12, +81957234321, 1",
        "IGNORED, +82 010-9570-4321, +821095704321, 1",
        "IGNORED, +82-2-957-4321, +82 02 957 4321, 1",
        "SIGNIFICANT, 0957234321, +81 957-23-4321, 1",
        "SIGNIFICANT, 0957-23-4321, 0957234321, 2",
        "SIGNIFICANT, +81-957-23-4321, ０９５７２３４３２１, 2",
        "SIGNIFICANT, +82 010-9570-4321, +821095704321, 2",
        "SIGNIFICANT, +82-2-957-4321, +82 02 957 4321, 2",
    })
    void aContactIsFoundHoweverItsNumberIsWritten(String dashes, String written, String called, int calls) {
        given().contentType("application/json")
                .body("{\"telephoneDashes\":\"" + dashes + "\"}")
                .put("/sandbox/2.0/readings");
        add("caller", "090-0000-0000", written);
        add("other", written.replace("4321", "4322"));

        assertThat(ids(ask(called))).containsExactly("caller");
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void itsCallsAreSaidBeforeTheyAreMade() {
        add("caller", NOBODY);
        String body = given().contentType("application/json")
                .body(Map.of(
                        "query",
                        "{ contactsByPhone(number: \"" + NOBODY + "\") { resourceId } }",
                        "extensions",
                        Map.of("plan", true)))
                .post("/graphql")
                .asString();
        JsonPath plan = JsonPath.from(body).setRootPath("extensions.plan");

        assertThat(plan.getString("fields[0].field")).as(body).isEqualTo("contactsByPhone");
        assertThat(plan.getInt("calls.planned")).isEqualTo(2);
        assertThat(plan.getInt("calls.made")).isEqualTo(1);
    }

    @Test
    void everyoneWithTheNumberIsFoundOldestFirstUpToTheFirst() {
        add("caller", NOBODY);
        add("other", "090-0000-0000", "+81 957-23-9876");

        assertThat(ids(ask(NOBODY))).containsExactlyInAnyOrder("caller", "other");
        assertThat(ids(ask(Map.of("number", NOBODY, "first", 1)))).hasSize(1);
        assertThat(ids(ask(Map.of("number", NOBODY, "first", 0)))).isEmpty();
        assertThat(calls()).isEqualTo(1);
    }

    /** What has the same digits in it, but is another number. */
    @Test
    void aNumberThatOnlyContainsItIsAnotherOne() {
        add("caller", "+82 957-239-876");
        add("other", "00-0957-23-98761");

        assertThat(ids(ask(NOBODY))).isEmpty();
    }

    @Test
    void thatNobodyHasANumberIsCached() {
        assertThat(ids(ask(NOBODY))).isEmpty();
        int calls = calls();
        assertThat(calls).isLessThanOrEqualTo(2);
        assertThat(ids(ask("+81 957 23 9876"))).isEmpty();
        assertThat(ids(ask("０９５７２３９８７６"))).isEmpty();
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void aFilterHoldsToo() {
        add("caller", NOBODY);
        assertThat(ids(ask(Map.of("number", NOBODY, "filter", Map.of("email", "nobody@example.org")))))
                .isEmpty();
        assertThat(ids(ask(Map.of("number", NOBODY, "filter", Map.of("email", "caller@")))))
                .containsExactly("caller");
        assertThat(refusal(ask(Map.of("number", NOBODY, "filter", Map.of("phone", "9876")))))
                .startsWith("INVALID_ARGUMENT filter must have neither phone nor keyword");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4321", "0000-0001", "sales", "010-1234-5678"})
    void whatIsNoNumberIsRefusedWithoutACall(String number) {
        assertThat(refusal(ask(number)))
                .startsWith("INVALID_ARGUMENT number must be a whole phone number")
                .contains("+81 90 1234 5678", "JP (meishi.phones.region)", "'" + number + "'");
        assertThat(calls()).isZero();
    }

    @Test
    void aContactThatCannotBeReadIsNullWithItsError() {
        gateway.sandbox(
                "POST",
                "/sandbox/contacts",
                "{\"resourceId\":\"caller\",\"emails\":7,\"phones\":[{\"value\":\"" + NOBODY
                        + "\",\"represent\":true}]}");
        add("other", NOBODY);
        JsonNode answer = ask(NOBODY);

        assertThat(answer.at("/data/contactsByPhone/0").isNull())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.at("/data/contactsByPhone/1/resourceId").asText()).isEqualTo("other");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"contactsByPhone\",0]");
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("UPSTREAM_INVALID");
    }

    @Test
    void everyNumberOfAContactHasItsOneSpelling() {
        add("caller", "+81 0957-23-9876", "0000-0001", "+82 010-1234-5678");
        JsonNode phones = ask(NOBODY).at("/data/contactsByPhone/0/phones");

        assertThat(phones.findValuesAsText("e164")).containsExactly("+81957239876", "null", "+821012345678");
    }

    private void add(String id, String... numbers) {
        StringBuilder phones = new StringBuilder();
        for (String number : numbers) {
            phones.append(phones.isEmpty() ? "" : ",")
                    .append("{\"type\":\"WORK\",\"value\":\"")
                    .append(number)
                    .append("\",\"represent\":")
                    .append(phones.isEmpty())
                    .append('}');
        }
        gateway.sandbox(
                "POST",
                "/sandbox/contacts",
                "{\"resourceId\":\"" + id + "\",\"emails\":[{\"address\":\"" + id + "@example.com\"}],\"phones\":["
                        + phones + "]}");
    }

    private JsonNode ask(String number) {
        return ask(Map.of("number", number));
    }

    private JsonNode ask(Map<String, ?> variables) {
        return gateway.ask(QUERY, variables);
    }

    private static List<String> ids(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/contactsByPhone").findValuesAsText("resourceId");
    }

    private static String refusal(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText() + " "
                + answer.at("/errors/0/message").asText();
    }

    private int calls() {
        return gateway.calls("listContacts");
    }
}
