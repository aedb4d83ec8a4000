package dev.meishi.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meishi.lineworks.probe.Expected;
import dev.meishi.lineworks.probe.Granted;
import dev.meishi.lineworks.probe.Probe;
import dev.meishi.lineworks.probe.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report shows of a body: never a value, whatever stands where. */
class ShapeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Expected EXPECTED = Expected.of("""
            items array
            items[] object
            items[].id string
            items[].type string enum
            items[].created string time
            items[].flag boolean
            items[].place|location string
            items[].custom object
            items[].custom.* any
            """);

    @Test
    void pathsTypesLengthsAndWordsOfEnumsAreShown() throws Exception {
        String text = text("""
                {"items":[
                  {"id":"abc","type":"WORK","created":"2026-01-02T03:04:05+09:00","flag":true,"location":"x"},
                  {"id":"abcde","type":"HOME","created":null,"flag":false,"place":null}]}""");

        assertThat(text)
                .containsPattern("items +array 1; length 2\n")
                .containsPattern("items\\[]\\.id +string 2; length 3\\.\\.5\n")
                .containsPattern("items\\[]\\.type +string 2; length 4; HOME WORK\n")
                .containsPattern("items\\[]\\.created +null 1, string 1; length 25; 0000-00-00T00:00:00\\+00:00\n")
                .containsPattern("items\\[]\\.flag +boolean 2\n");
    }

    @Test
    void unknownAndMissingMembersAndOtherTypesAreNamed() throws Exception {
        JsonNode body = JSON.readTree("""
                {"items":[{"id":7,"type":"WORK","created":"","flag":null,"city":{"name":"x"}}]}""");
        Differences differences = Differences.between(Shape.of(body, EXPECTED), EXPECTED);

        assertThat(differences.unknown()).containsExactly("items[].city");
        assertThat(differences.missing()).containsExactly("items[].place or items[].location", "items[].custom");
        assertThat(differences.otherTypes()).containsExactly("items[].id: number, not string");
    }

    @Test
    void namesThatMayBeDataAreNotShown() throws Exception {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            members.append(",\"member")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26))
                    .append("\":1");
        }
        String text = text("{\"items\":[{\"custom\":{\"salary\":\"x\"},\"a@example.com\":1,\"홍길동\":2,\"u12345\":3}],"
                + "\"map\":{" + members.substring(1) + "}}");

        assertThat(text)
                .contains("items[].custom.*", "items[].(other)", "map.memberaa", "map.(other)")
                .doesNotContain("salary", "example.com", "홍길동", "u12345", "membervd");
    }

    /** Planted where any value can stand, but for words in the place of the vendor's. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noValueIsShown(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode items = body.putArray("items");
            for (int item = 0; item < 3; item++) {
                ObjectNode object = items.addObject();
                for (String name : List.of("id", "type", "created", "flag", "place", "custom", "unknown", "code")) {
                    object.set(name, planted(random, 0, !name.equals("type")));
                }
            }
            body.set("code", planted(random, 0, true));
            String text = text(body.toString());

            assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("planted", "7770", "7771", "777.");
        }
    }

    private static JsonNode planted(Random random, int depth, boolean anyText) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String digits = "777" + random.nextInt(2) + random.nextInt(1000);
        return switch (random.nextInt(depth > 3 ? 4 : 7)) {
            case 0 -> json.textNode((anyText ? "PLANTED" : "planted ") + digits);
            case 1 -> json.textNode("planted" + random.nextInt(100) + "@example.com");
            case 2 -> json.numberNode(Long.parseLong(digits));
            case 3 -> random.nextBoolean() ? json.nullNode() : json.textNode("2777-07-07T07:7" + digits);
            case 4 ->
                json.arrayNode().add(planted(random, depth + 1, anyText)).add(planted(random, depth + 1, anyText));
            case 5 -> json.objectNode().set("id", planted(random, depth + 1, anyText));
            default -> json.objectNode().set("planted" + digits, planted(random, depth + 1, anyText));
        };
    }

    @Test
    void headersShowNumbersTypesAndKnownHostsAlone() {
        CallResult result = Answers.result(
                Probe.get("/contacts", Map.of(), EXPECTED),
                new RawAnswer(
                        302,
                        Map.of(
                                "ratelimit-limit", "240",
                                "ratelimit-remaining", "planted",
                                "content-type", "application/json; planted=1",
                                "location", "https://planted.example.com/planted?id=planted",
                                "set-cookie", "planted"),
                        new byte[0]),
                null,
                Instant.now(),
                Instant.now());

        assertThat(result.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "rateLimit-limit", "240",
                        "rateLimit-remaining", "no number",
                        "Content-Type", "application/json",
                        "Location", "another host"));
    }

    @Test
    void aClockThatIsWrongIsAProblem() {
        Instant now = Instant.parse("2026-11-29T10:00:00Z");
        CallResult result = Answers.result(
                Probe.get("/contacts", Map.of(), EXPECTED),
                new RawAnswer(
                        200,
                        Map.of("date", "Sun, 29 Nov 2026 10:02:00 GMT"),
                        "{\"items\":[]}".getBytes(StandardCharsets.UTF_8)),
                null,
                now,
                now);

        assertThat(result.clockSkewSeconds()).isEqualTo(120);
        assertThat(Findings.of(List.of(result), Granted.AS_CONFIGURED))
                .contains(Finding.problem(
                        "This machine's clock is 120 s behind that of LINE WORKS; set it, as tokens depend on it."));
    }

    /** Both reports of an answer with this body. */
    private static String text(String body) throws Exception {
        RawAnswer answer = new RawAnswer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        CallResult result = Answers.result(
                Probe.get("/items", Map.of(), EXPECTED), answer, Answers.json(answer), Instant.now(), Instant.now());
        Report report = new Report(
                "2.0",
                List.of(),
                Granted.AS_CONFIGURED,
                1,
                List.of(result),
                List.of(),
                Findings.of(List.of(result), Granted.AS_CONFIGURED));
        return TextReport.of(report) + "\n" + JsonReport.of(report).replaceAll("\"(millis|bytes|count)\" : \\d+", "");
    }
}
