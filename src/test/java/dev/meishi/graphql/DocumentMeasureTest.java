package dev.meishi.graphql;

import static dev.meishi.graphql.Settings.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.graphql.DocumentMeasure.Counts;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DocumentMeasure}: every count by hand, and quickly whatever the document. */
class DocumentMeasureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // document                                                     depth fields aliases root directives
                // duplicates
                "{a}                                                               | 1 | 1 | 0 | 1 | 0 | 0",
                "{a b c}                                                           | 1 | 3 | 0 | 3 | 0 | 0",
                "{a{b{c} d}}                                                       | 3 | 4 | 0 | 1 | 0 | 0",
                "{x: a y: a{z: b}}                                                 | 2 | 3 | 3 | 2 | 0 | 0",
                "{a: a}                                                            | 1 | 1 | 1 | 1 | 0 | 0",
                "{a a a}                                                           | 1 | 3 | 0 | 3 | 0 | 2",
                "{x: a x: b}                                                       | 1 | 2 | 2 | 2 | 0 | 1",
                "{a{b} a{b b}}                                                     | 2 | 5 | 0 | 2 | 0 | 2",
                "{... {a} ... @s {b{c}}}                                           | 2 | 3 | 0 | 2 | 1 | 0",
                "{... on Q {... on Q {a b}}}                                       | 1 | 2 | 0 | 2 | 0 | 0",
                "query @a @b {x @c @d @e}                                          | 1 | 1 | 0 | 1 | 5 | 0",
                "{...F} fragment F on Q {a b{c}}                                   | 2 | 3 | 0 | 2 | 0 | 0",
                "{...F @a} fragment F on Q @b {a @c}                               | 1 | 1 | 0 | 1 | 3 | 0",
                "{...F ...F} fragment F on Q {a}                                   | 1 | 2 | 0 | 2 | 0 | 1",
                "{x{...F} y{...F}} fragment F on T {i: a b}                        | 2 | 6 | 2 | 2 | 0 | 0",
                "{...F} fragment F on Q {...G a} fragment G on Q {b{...H}} fragment H on T {c} | 2 | 3 | 0 | 2 | 0 | 0",
                "{...F} fragment G on Q {b{c}} fragment F on Q {a{...G}}           | 3 | 3 | 0 | 1 | 0 | 0",
                "query A {a} query B {a b{c}} query C {x: a}                       | 2 | 3 | 1 | 2 | 0 | 0",
                "{a} fragment Unused on Q {a{b{c}} x: d @e}                        | 3 | 4 | 1 | 1 | 1 | 0",
                "{...Missing}                                                      | 0 | 0 | 0 | 0 | 0 | 0",
                "fragment F on Q {a}                                               | 1 | 1 | 0 | 0 | 0 | 0",
                "type A {b: Int}                                                   | 0 | 0 | 0 | 0 | 0 | 0",
            })
    void everythingLimitedIsCounted(
            String text, long depth, long fields, long aliases, long rootFields, long directives, long duplicates) {
        assertThat(DocumentMeasure.of(parsed(text)))
                .isEqualTo(new Counts(depth, fields, aliases, rootFields, directives, duplicates, operations(text)));
    }

    @Test
    void allOperationsCountWhicheverIsExecuted() {
        assertThat(DocumentMeasure.of(parsed("query A {a} fragment F on Q {a} query B {a} mutation C {a}"))
                        .operations())
                .isEqualTo(3);
    }

    private static long operations(String text) {
        return parsed(text).getDefinitionsOfType(OperationDefinition.class).size();
    }

    @Test
    void aFragmentThatDoublesAtEveryLevelIsCountedInFullAndInNoTime() {
        String text = "{...F0}" + doubling(60, "a");

        assertThat(DocumentMeasure.of(parsed(text)).fields()).isEqualTo(1L << 50);
        assertThat(DocumentMeasure.of(parsed("{...F0}" + doubling(20, "a")))).satisfies(counts -> {
            assertThat(counts.fields()).isEqualTo(1 << 20);
            assertThat(counts.rootFields()).isEqualTo(1 << 20);
            assertThat(counts.aliases()).isZero();
            assertThat(counts.depth()).isEqualTo(1);
        });
        assertThat(timeOf(text)).isLessThan(Duration.ofMillis(5));
    }

    @Test
    void noCountOverflows() {
        Counts counts = DocumentMeasure.of(parsed("{...F0 ...F0}" + doubling(400, "x: a @s ... @s {a a}")));

        assertThat(counts).isEqualTo(new Counts(1, 1L << 50, 1L << 50, 1L << 50, 1L << 50, 1L << 50, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{...F} fragment F on Q {...F}",
                "{...F} fragment F on Q {a{b{...F}}}",
                "{a} fragment F on Q {... {...G}} fragment G on Q {a{...H}} fragment H on Q {...F}",
            })
    void aFragmentThatSpreadsItselfIsRefusedWithItsPlace(String text) {
        Document document = parsed(text);

        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> DocumentMeasure.of(document));

        assertThat(refused).hasMessageContaining("'F' spreads itself");
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_VALIDATION_FAILED");
            assertThat(error.getLocations()).hasSize(1);
        });
    }

    @Test
    void aLongRingOfFragmentsIsRefusedInNoTime() {
        String ring = IntStream.range(0, 240)
                .mapToObj(i -> " fragment F" + i + " on Q {...F" + (i + 1) % 240 + "}")
                .collect(Collectors.joining());

        assertThat(timeOf("{...F0}" + ring)).isLessThan(Duration.ofMillis(5));
    }

    @ParameterizedTest
    @MethodSource("dev.meishi.graphql.IntrospectionQueries#all")
    void theIntrospectionQueriesOfToolsPassEveryDefaultLimit(String query) {
        Documents documents = Settings.documents();
        LimitsConfig limits = Settings.limits();

        PreparedOperation operation = documents.prepare(query, null, true);

        assertThatCode(() ->
                        new Limits(limits).check(Limit.COST, operation.cost(Map.of(), Settings.servedSchema(), limits)))
                .doesNotThrowAnyException();
    }

    private static String doubling(int levels, String leaf) {
        return IntStream.range(0, levels)
                        .mapToObj(i -> " fragment F" + i + " on Q {...F" + (i + 1) + " ... {...F" + (i + 1) + "}}")
                        .collect(Collectors.joining())
                + " fragment F" + levels + " on Q {" + leaf + "}";
    }

    /** The least of several, as other programs run beside this one. */
    private static Duration timeOf(String text) {
        Document document = parsed(text);
        return IntStream.range(0, 20)
                .mapToObj(i -> {
                    long start = System.nanoTime();
                    try {
                        DocumentMeasure.of(document);
                    } catch (RequestRefused refused) {
                        assertThat(refused.errors()).isNotEmpty();
                    }
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
