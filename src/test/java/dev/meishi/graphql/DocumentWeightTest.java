package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DocumentWeight}: never less than the heap has of a document, and of what its operations keep. */
@Tag("heap")
class DocumentWeightTest {

    private static final String CONTACT = "id name { lastName firstName } emails { address } phones { value } memo ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __typename }",
                "{ contacts { nodes { MANY } } }",
                "{ contacts { nodes { ALIASES } } }",
                "query ($first: Int = 3, $open: Boolean!, $a: Boolean = true) {"
                        + " contacts(first: $first, filter: {open: $open}) { nodes { memo @include(if: $a) } } }",
                "OPERATIONS fragment F on Contact { MANY }",
            })
    void whatADocumentTakesIsWeighed(String pattern) {
        String text = pattern.replace("MANY", CONTACT.repeat(8))
                .replace("ALIASES", many(50, "a%d: id "))
                .replace("OPERATIONS", many(10, "query Q%d { contacts { nodes { ...F } } } "));
        int weight = DocumentWeight.of(text, DocumentScan.of(text), Settings.parsed(text));

        long heap = Heap.bytes(400, i -> used(text + " ".repeat(i)));

        assertThat((long) weight).isBetween(heap, 6 * heap + 2_000);
    }

    /** A document as it is once each of its operations was executed with all the values that make a difference. */
    private static Object used(String text) {
        LimitsConfig config = Settings.limits();
        Document document = Settings.parsed(text);
        PreparedDocument prepared = new PreparedDocument(document, Settings.servedSchema());
        document.getDefinitionsOfType(OperationDefinition.class).forEach(definition -> {
            PreparedOperation operation = prepared.operation(definition.getName());
            assertThat(operation.fields()).isNotEmpty();
            for (int first = 0; first < 20; first++) {
                Map<String, Object> variables = new HashMap<>(Map.of("first", 1_000 + first, "open", true));
                operation.cost(variables, Settings.servedSchema(), config);
            }
        });
        return Map.entry(text, prepared);
    }

    private static String many(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining());
    }
}
