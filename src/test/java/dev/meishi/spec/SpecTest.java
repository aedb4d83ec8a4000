package dev.meishi.spec;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.meishi.lineworks.v1.LineWorksStub;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the specification: the gateway asks LINE WORKS what the page says, and answers what the page says. It keeps
 * pages, and so reads ahead, but every question wants new ones.
 */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class SpecTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an error has beside path and extensions; compared only where a page writes it. */
    private static final List<String> INCIDENTAL = List.of("message", "locations");

    /** How long to wait for a quota depends on the second of the question; compared only where a page writes it. */
    private static final String RETRY_AFTER = "retryAfterSeconds";

    @Stub
    WireMockServer lineWorks;

    static List<SpecPage> pages() {
        return SpecPage.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void page(SpecPage page) throws IOException {
        lineWorks.resetAll();
        page.exchanges().forEach(exchange -> lineWorks.stubFor(exchange.stub()));

        List<JsonNode> expected = new ArrayList<>();
        List<JsonNode> answers = new ArrayList<>();
        List<String> full = new ArrayList<>();
        for (SpecPage.Question question : page.questions()) {
            JsonNode wanted = json(question.answer());
            expected.add(wanted);
            JsonNode answer = json(ask(question));
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

    private static String ask(SpecPage.Question question) {
        String[] line = question.request().split(" ", 2);
        RequestSpecification request = given().urlEncodingEnabled(false).header("Cache-Control", "no-cache");
        if (!question.body().isEmpty()) {
            request.contentType("application/json").body(question.body().getBytes(StandardCharsets.UTF_8));
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
        return lineWorks.getAllServeEvents().stream()
                .map(event -> page.exchanges().stream()
                        .filter(exchange -> exchange.isOf(event.getRequest()))
                        .findFirst()
                        .map(Exchange::call)
                        .orElseGet(() -> Exchange.callOf(event.getRequest())))
                .toList();
    }
}
