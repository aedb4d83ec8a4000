package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link FieldCollection}: section 6.3.2 of the specification, as graphql-java executes it. */
class FieldCollectionTest {

    private static final GraphQLSchema SCHEMA = Settings.schema("""
            type Query { a: Thing node: Node any: Any }
            interface Node { id: ID! }
            type Thing implements Node { id: ID! name: String a: Thing b: Thing }
            type Other implements Node { id: ID! name: String }
            union Any = Thing | Other
            """);

    private static final Map<String, Object> VARIABLES = Map.of("yes", true, "no", false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ id name }                                              | Thing | id, name",
                "{ name x: id id }                                        | Thing | name, x, id",
                "{ name ...F id } fragment F on Thing { id b { id } name } | Thing | name name, id id, b",
                "{ a { id } b { id } a { name } }                         | Thing | a a, b",
                "{ ... on Thing { id name } ... on Other { name id } }    | Thing | id, name",
                "{ ... on Thing { id name } ... on Other { name id } }    | Other | name, id",
                "{ ... on Node { id } ... on Any { __typename } }         | Other | id, __typename",
                "{ ... { id } ...F ...F } fragment F on Node { id }       | Thing | id id",
                "{ id @skip(if: $yes) name @include(if: $no) b { id } }   | Thing | b",
                "{ id @skip(if: $no) name @include(if: $yes) }            | Thing | id, name",
                "{ id @skip(if: true) name @include(if: true) @skip(if: false) } | Thing | name",
                "{ ... @include(if: false) { id } ...F @skip(if: $yes) ...F } fragment F on Thing { name } | Thing | name",
                "{ ...F } fragment F on Other { name }                    | Thing | ''",
            })
    void fieldsAreMergedInTheOrderOfTheAnswer(String document, String type, String fields) {
        Document parsed = Settings.parsed(document);
        GraphQLObjectType of = Objects.requireNonNull(SCHEMA.getObjectType(type));
        OperationDefinition operation =
                parsed.getDefinitionsOfType(OperationDefinition.class).get(0);
        Map<String, FragmentDefinition> fragments = parsed.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
        MergedField around = MergedField.newMergedField(
                        Field.newField("any", operation.getSelectionSet()).build())
                .build();
        FieldCollection collection = new FieldCollection(SCHEMA, fragments, VARIABLES);
        FieldCollectorParameters parameters = FieldCollectorParameters.newParameters()
                .schema(SCHEMA)
                .objectType(of)
                .fragments(fragments)
                .variables(VARIABLES)
                .graphQLContext(GraphQLContext.getDefault())
                .build();

        List<MergedField> collected = collection.of(of, around);

        assertThat(text(collected)).isEqualTo(fields);
        assertThat(text(collection.of(of, operation.getSelectionSet()))).isEqualTo(text(collected));
        assertThat(text(collected))
                .as("as the engine collects")
                .isEqualTo(text(
                        new FieldCollector().collectFields(parameters, around).getSubFieldsList()));
    }

    /** Each with the selections that are merged. */
    private static String text(List<MergedField> fields) {
        return fields.stream()
                .map(field ->
                        field.getFields().stream().map(Field::getResultKey).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }
}
