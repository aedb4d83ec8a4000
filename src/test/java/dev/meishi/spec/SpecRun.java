package dev.meishi.spec;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the gateway to a page of the specification: it asks LINE WORKS what the page says, and answers what the page says.
 * It keeps pages, and so reads ahead, but every question wants new ones.
 */
final class SpecRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an error has beside path and extensions; compared only where a page writes it. */
    private static final List<String> INCIDENTAL = List.of("message", "locations");

    /** How long to wait for a quota depends on the second of the question; compared only where a page writes it. */
    private static final String RETRY_AFTER = "retryAfterSeconds";

    /** The last one that was answered, whatever it is. */
    private static final String END_CURSOR = "{{endCursor}}";

    private final WireMockServer lineWorks;
    private final String tokenPath;

    /**
     * LINE WORKS as it is played.
     *
     * @param tokenPath where tokens are issued, which counts as a call only on a page that writes it
     */
    SpecRun(WireMockServer lineWorks, String tokenPath) {
        this.lineWorks = lineWorks;
        this.tokenPath = tokenPath;
    }

    void check(SpecPage page) throws IOException {
        page.exchanges().forEach(exchange -> lineWorks.stubFor(exchange.stub()));

        List<JsonNode> expected = new ArrayList<>();
        List<JsonNode> answers = new ArrayList<>();
        List<String> full = new ArrayList<>();
        String cursor = "";
        for (SpecPage.Question question : page.questions()) {
            JsonNode answer = json(ask(question, cursor));
            JsonNode found = answer.findValue("endCursor");
            cursor = found == null ? cursor : found.asText();
            JsonNode wanted = json(question.answer().replace(END_CURSOR, cursor));
            expected.add(wanted);
            full.add(answer.toPrettyString());
            answers.add(withoutIncidentals(answer, wanted));
        }

        assertSoftly(that -> {
            that.assertThat(callsMade(page))
                    .as("calls to LINE WORKS")
                    .containsExactlyInAnyOrderElementsOf(page.exchanges().stream()
                            .flatMap(exchange -> exchange.calls().stream())
                            .toList());
            for (int i = 0; i < expected.size(); i++) {
                if (!answers.get(i).equals(expected.get(i))) {
                    that.assertThat(answers.get(i).toPrettyString())
                            .as("answer %d, in full %s", i + 1, full.get(i))
                            .isEqualTo(expected.get(i).toPrettyString());
                }
            }
        });
    }

    private static String ask(SpecPage.Question question, String cursor) {
        String[] line = question.request().split(" ", 2);
        RequestSpecification request = given().urlEncodingEnabled(false).header("Cache-Control", "no-cache");
        if (!question.body().isEmpty()) {
            request.contentType("application/json")
                    .body(question.body().replace(END_CURSOR, cursor).getBytes(StandardCharsets.UTF_8));
        }
        return request.request(line[0], line[1])
                .then()
                .statusCode(question.status())
                .extract()
                .asString();
    }

    /** One JSON value, or an array of them where there are several. */
    private static JsonNode json(String text) throws IOException {
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            List<JsonNode> all = values.readAll();
            return all.size() == 1 ? all.get(0) : JSON.createArrayNode().addAll(all);
        }
    }

    private static JsonNode withoutIncidentals(JsonNode answer, JsonNode wanted) {
        for (int i = 0; i < answer.path("errors").size(); i++) {
            JsonNode written = wanted.path("errors").path(i);
            ((ObjectNode) answer.path("errors").path(i))
                    .remove(INCIDENTAL.stream()
                            .filter(name -> !written.has(name))
                            .toList());
            if (!written.path("extensions").has(RETRY_AFTER)
                    && answer.path("errors").path(i).path("extensions") instanceof ObjectNode extensions) {
                extensions.remove(RETRY_AFTER);
            }
        }
        return answer;
    }

    private List<String> callsMade(SpecPage page) {
        boolean hasToken = page.exchanges().stream()
                .anyMatch(exchange -> exchange.request().endsWith(tokenPath));
        return lineWorks.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(request -> hasToken || !request.getUrl().equals(tokenPath))
                .map(request -> page.exchanges().stream()
                        .filter(exchange -> exchange.isOf(request))
                        .findFirst()
                        .map(Exchange::call)
                        .orElseGet(() -> Exchange.callOf(request)))
                .toList();
    }
}
