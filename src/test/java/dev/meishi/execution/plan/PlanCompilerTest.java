package dev.meishi.execution.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.Settings;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PlanCompiler}: what has a plan, and what is left to the engine. */
class PlanCompilerTest {

    private static final PlanCompiler COMPILER = FailingGraph.compiler();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ called { id name } }                                   | 1 | false | false",
                "{ called { id } x: called { id } }                       | 2 | false | false",
                "{ called { id ...F } } fragment F on Thing { called { id } } | 2 | true  | false",
                "{ called { called { called { id } } } }                  | 3 | true  | false",
                "{ called { batched { id } } }                            | 2 | false | false",
                "{ called { batched { id } b: batched { id } } }          | 3 | false | true",
                "{ called { node { ... on Thing { batched { id } } ... on Other { thing { batched { id } } } } } } | 3 | false | true",
                "{ __typename called { __typename } }                     | 1 | false | false",
                "{ called { id @include(if: $no) batched @include(if: $no) { id } } } | 1 | false | false",
            })
    void eachResolverHasASlot(String document, int slots, boolean isPathWanted, boolean isLoaderShared) {
        Plan plan = Objects.requireNonNull(COMPILER.compile(operation(document), Map.of("no", false)));

        assertThat(plan.slots()).isEqualTo(slots);
        assertThat(plan.isPathWanted()).isEqualTo(isPathWanted);
        assertThat(plan.isLoaderShared()).isEqualTo(isLoaderShared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mutation { change }", "{ called { ratio } }", "{ any { __typename } }", "{ called { __type } }"
            })
    void whatAPlanHasNoWayToResolveOrToWriteIsLeftToTheEngine(String document) {
        GraphQLSchema schema = Settings.schema("""
                type Query { called: Thing any: Any }
                type Mutation { change: Int }
                type Thing { ratio: Float }
                union Any = Thing
                """);
        PreparedOperation operation = operation(document, schema);

        assertThat(new PlanCompiler(schema, Map.of(), Set.of()).compile(operation, Map.of()))
                .isNull();
    }

    @Test
    void soIsAnOperationOfVeryManyFields() {
        assertThat(COMPILER.compile(operation(tenTimes(499)), Map.of())).isNotNull();
        assertThat(COMPILER.compile(operation(tenTimes(500)), Map.of())).isNull();
    }

    private static String tenTimes(int fields) {
        return "{" + many(10, " x%d: called { ...F }") + " } fragment F on Thing {" + many(fields, " a%d: id") + " }";
    }

    private static String many(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
    }

    private static PreparedOperation operation(String text) {
        return operation(text, FailingGraph.SCHEMA);
    }

    private static PreparedOperation operation(String text, GraphQLSchema schema) {
        Document document = Settings.parsed(text);
        OperationDefinition definition =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        return new PreparedOperation(
                document,
                definition,
                Objects.requireNonNull(
                        definition.getOperation() == OperationDefinition.Operation.MUTATION
                                ? schema.getMutationType()
                                : schema.getQueryType()),
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity())),
                Set::of);
    }
}
