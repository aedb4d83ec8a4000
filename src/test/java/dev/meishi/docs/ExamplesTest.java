package dev.meishi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meishi.Docs;
import dev.meishi.InDevelopment;
import dev.meishi.wire.GraphqlClient;
import dev.meishi.wire.SandboxControl;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request that the README and the pages under src/docs show is sent to a gateway in development, page by page from
 * top to bottom, and its answer is the one that the page shows.
 */
@QuarkusTest
@TestProfile(InDevelopment.class)
class ExamplesTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    static List<Path> pages() throws IOException {
        return Docs.pages();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void itsRequestsAreAnsweredAsItSays(Path page) throws IOException {
        List<Example> examples = Example.of(Docs.read(page));
        GraphqlClient clients = new GraphqlClient(address);
        GraphqlClient operators = new GraphqlClient(management);
        new SandboxControl(address).send("POST", "/sandbox/reset", "");

        for (Example example : examples) {
            if (example.isWhole()) {
                check(page + ":" + example.line(), example, example.send(clients, operators));
            }
        }
    }

    private static void check(String where, Example example, HttpResponse<String> response) {
        JsonNode shown = example.answer();
        if (shown != null) {
            JsonNode answer = withoutAge(GraphqlClient.json(response), shown);
            assertThat(Expected.difference(shown, answer))
                    .as("%s: the answer %s", where, answer.toPrettyString())
                    .isEmpty();
        } else {
            assertThat(response.statusCode())
                    .as("%s: %s", where, response.body())
                    .isBetween(200, 299);
            assertThat(response.body()).as(where).doesNotContain("\"errors\":[");
        }
    }

    /** The age of an answer depends on what was asked before; compared only where a page shows it. */
    private static JsonNode withoutAge(JsonNode answer, JsonNode shown) {
        if (answer.path("extensions") instanceof ObjectNode extensions
                && !shown.path("extensions").has("cache")) {
            extensions.remove("cache");
            if (extensions.isEmpty()) {
                ((ObjectNode) answer).remove("extensions");
            }
        }
        return answer;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void itsDocumentsAreValid(Path page) throws IOException {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Files.readString(Path.of("src/main/graphql/schema.graphql"))));

        for (Example example : Example.of(Docs.read(page))) {
            if (!example.document().isEmpty()) {
                Document document = Parser.parse(example.document());
                assertThat(new Validator().validateDocument(schema, document, Locale.ENGLISH))
                        .as("%s:%d", page, example.line())
                        .isEmpty();
            }
        }
    }

    @Test
    void thePagesHaveRequestsAndAnswers() throws IOException {
        List<Example> all =
                Docs.pages().stream().flatMap(page -> of(page).stream()).toList();

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all.stream().filter(example -> example.answer() != null)).hasSizeGreaterThan(10);
        assertThat(all).filteredOn(example -> !example.isWhole()).isEmpty();
    }

    private static List<Example> of(Path page) {
        try {
            return Example.of(Docs.read(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
