package dev.meishi.differential;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How often at least there is each thing that the ways could differ in: a run without it proves nothing. */
final class Floors {

    /** Of as many documents as {@link #OF}. */
    private static final int EACH_FIELD = 20;

    private static final int OF = 20_000;

    private static final Map<String, Integer> IN_A_HUNDRED = Map.ofEntries(
            entry("document: @include", 5),
            entry("document: @include by variable", 5),
            entry("document: @skip", 5),
            entry("document: @skip by variable", 5),
            entry("document: Field with alias", 50),
            entry("document: FragmentSpread", 20),
            entry("document: InlineFragment", 10),
            entry("document: InlineFragment of a type", 20),
            entry("document: NullValue", 2),
            entry("document: EnumValue", 1),
            entry("document: ArrayValue", 5),
            entry("document: ObjectValue", 5),
            entry("document: VariableDefinition with default", 10),
            entry("document: VariableReference", 40),
            entry("operationName", 10),
            entry("data: some", 60),
            entry("data: none", 3),
            entry("errors: none", 30),
            entry("errors: some", 10),
            entry("error at: a root field", 10),
            entry("error at: nothing", 3),
            entry("error: BAD_USER_INPUT", 2),
            entry("error: INVALID_ARGUMENT", 1),
            entry("value: NULL", 20),
            entry("value: BOOLEAN", 8),
            entry("value: NUMBER", 3),
            entry("value: STRING", 40),
            entry("value: ARRAY of several", 10));

    private Floors() {}

    /** Fails if a run of so many documents was too poor. */
    static void require(Coverage coverage, GraphQLSchema schema, int documents) {
        List<String> missing = new ArrayList<>();
        IN_A_HUNDRED.forEach((what, share) -> note(missing, coverage, what, (long) documents * share / 100));
        for (String what : List.of("data: {}", "error at: a field below", "Query.__schema", "Query.__type")) {
            note(missing, coverage, what, documents / 500);
        }
        RandomLineWorks.FAULTS.forEach(code -> note(missing, coverage, "error: " + code, documents / 1_000));
        fields(schema).forEach(field -> note(missing, coverage, field, (long) documents * EACH_FIELD / OF));
        assertThat(missing).isEmpty();
    }

    private static void note(List<String> missing, Coverage coverage, String what, long least) {
        if (coverage.of(what) < least) {
            missing.add(what + ": " + coverage.of(what) + " documents, wanted are " + least);
        }
    }

    /** All that queries can select, and what type each object is of. */
    private static List<String> fields(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLFieldsContainer
                        && !type.getName().startsWith("__"))
                .map(GraphQLFieldsContainer.class::cast)
                .flatMap(type ->
                        type.getFieldDefinitions().stream().map(field -> type.getName() + "." + field.getName()))
                .toList();
    }
}
