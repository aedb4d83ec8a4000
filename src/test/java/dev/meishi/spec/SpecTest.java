package dev.meishi.spec;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.meishi.lineworks.v1.LineWorksStub;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
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
@WithTestResource(value = LineWorksStub.class, initArgs = @ResourceArg(name = LineWorksStub.FRESH, value = "30s"))
@Timeout(60)
class SpecTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an error has beside path and extensions; compared only where a page writes it. */
    private static final List<String> INCIDENTAL = List.of("message", "locations");

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
            JsonNode wanted = JSON.readTree(question.answer());
            expected.add(wanted);
            JsonNode answer = ask(question);
            full.add(answer.toPrettyString());
            answers.add(withoutIncidentals(answer, wanted));
        }

        assertSoftly(that -> {
            that.assertThat(callsMade())
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

    private static JsonNode ask(SpecPage.Question question) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.put("query", question.query());
        request.set("variables", JSON.readTree(question.variables()));
        String answer = given().contentType("application/json")
                .header("Cache-Control", "no-cache")
                .body(JSON.writeValueAsBytes(request))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JSON.readTree(answer);
    }

    private static JsonNode withoutIncidentals(JsonNode answer, JsonNode wanted) {
        for (int i = 0; i < answer.path("errors").size(); i++) {
            JsonNode written = wanted.path("errors").path(i);
            ((ObjectNode) answer.path("errors").path(i))
                    .remove(INCIDENTAL.stream()
                            .filter(name -> !written.has(name))
                            .toList());
        }
        return answer;
    }

    private List<String> callsMade() {
        return lineWorks.getAllServeEvents().stream()
                .map(event -> Exchange.callOf(event.getRequest()))
                .toList();
    }
}
