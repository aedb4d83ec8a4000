package dev.meishi.execution.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.graphql.Heap;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PlanWeight}: never less than the heap has of a plan, nor far more. */
@Tag("heap")
class PlanWeightTest {

    private static final PlanCompiler COMPILER = PlannedSchema.compiler();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ contact(id: 1) { id } }",
                "{ contacts { totalCount nodes { id memo name { lastName firstName } } pageInfo { hasNextPage } } }",
                "{ contacts { nodes { LONG: id } } }",
                "{ contacts { nodes { LONG: __typename } } }",
                "{ contacts { nodes { emails { LONG: represent } } } }",
                "{ contacts { nodes { emails { address represent } phones { value type } } } }",
                "{ node(id: 1) { id LONG: id ... on Contact { memo emails { address } } } }",
                "{ __schema { types { name description fields { name } } } }",
                "{ contacts { nodes { id id id id id id id id id id } } }",
            })
    void whatAPlanTakesIsWeighed(String pattern) {
        PreparedOperation operation = Settings.documents().prepare(written(pattern), null, true);
        int weight = plan(operation).weight();

        long heap = Heap.bytes(2_000, i -> plan(operation));

        assertThat((long) weight).isBetween(heap, 2 * heap);
    }

    /** A field that is {@code LONG} is there forty times, with long aliases. */
    private static String written(String pattern) {
        int at = pattern.indexOf("LONG: ");
        if (at < 0) {
            return pattern;
        }
        int end = pattern.indexOf(' ', at + "LONG: ".length());
        String field = pattern.substring(at + "LONG: ".length(), end);
        String many = IntStream.range(0, 40)
                .mapToObj(i -> "a".repeat(100) + i + ": " + field + " ")
                .collect(Collectors.joining());
        return pattern.substring(0, at) + many + pattern.substring(end);
    }

    private static Plan plan(PreparedOperation operation) {
        return Objects.requireNonNull(COMPILER.compile(operation, Map.of()));
    }
}
