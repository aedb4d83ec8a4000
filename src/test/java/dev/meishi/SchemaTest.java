package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AbstractDescribedNode;
import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The served schema is the committed one, valid by itself, and described to the last value. */
@QuarkusTest
class SchemaTest {

    private static final Path COMMITTED = Path.of("src/main/graphql/schema.graphql");
    private static final List<Class<?>> DESCRIBED = List.of(
            ObjectTypeDefinition.class,
            InterfaceTypeDefinition.class,
            InputObjectTypeDefinition.class,
            EnumTypeDefinition.class,
            EnumValueDefinition.class,
            FieldDefinition.class,
            InputValueDefinition.class,
            ScalarTypeDefinition.class);

    @TestHTTPResource
    URI address;

    private String served() {
        return new Gateway(address).text("/graphql/schema.graphql");
    }

    @Test
    void theServedSchemaIsTheCommittedOne() throws IOException {
        Path printed = Path.of("target/schema.graphql");
        Files.createDirectories(printed.toAbsolutePath().getParent());
        Files.writeString(printed, served());

        assertThat(printed)
                .as("a deliberate change of the schema is committed with: cp %s %s", printed, COMMITTED)
                .hasSameTextualContentAs(COMMITTED);
    }

    @Test
    void theSchemaIsValidByItself() {
        UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(served()));
    }

    @Test
    void everythingIsDescribed() {
        List<String> undescribed = new ArrayList<>();
        Parser.parse(served()).getDefinitions().forEach(definition -> collect(definition, "", undescribed));

        assertThat(undescribed).isEmpty();
    }

    @Test
    void nothingOfTheFrameworkShows() {
        assertThat(served())
                .doesNotContain(
                        "@constraint",
                        "@rolesAllowed",
                        "BigInteger",
                        "BigDecimal",
                        "directive @",
                        "Scalar for",
                        "ISO-8601",
                        "Query root")
                .contains("scalar DateTime");
    }

    /** Caches of clients take whatever has a field of that name for a thing of its own, to be known again by it. */
    @Test
    void nothingButANodeHasAnId() {
        assertThat(objects().stream()
                        .filter(type -> type.getFieldDefinitions().stream()
                                .anyMatch(field -> field.getName().equals("id"))))
                .isNotEmpty()
                .allSatisfy(type -> {
                    assertThat(type.getImplements().stream().map(Object::toString))
                            .as(type.getName())
                            .anyMatch(name -> name.contains("name='Node'"));
                    assertThat(type.getFieldDefinitions())
                            .as(type.getName())
                            .anySatisfy(
                                    field -> assertThat(field.getName() + ": " + AstPrinter.printAst(field.getType()))
                                            .isEqualTo("id: ID!"));
                });
    }

    /** One that fails takes no other along. */
    @Test
    void everyRootFieldIsNullable() {
        assertThat(objects().stream()
                        .filter(type -> type.getName().equals("Query"))
                        .flatMap(type -> type.getFieldDefinitions().stream()))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(AstPrinter.printAst(field.getType()))
                        .as(field.getName())
                        .doesNotEndWith("!"));
    }

    /** Null stands in the place of what cannot be read, wherever a list has many of a kind. */
    @Test
    void aPageHasPlacesForWhatCannotBeRead() {
        assertThat(objects().stream()
                        .flatMap(type -> type.getFieldDefinitions().stream()
                                .filter(field -> type.getName().endsWith("Connection")
                                        && field.getName().equals("nodes"))))
                .hasSize(2)
                .allSatisfy(field ->
                        assertThat(AstPrinter.printAst(field.getType())).matches("\\[\\w+]!"));
        assertThat(objects().stream()
                        .filter(type -> type.getName().endsWith("Edge"))
                        .flatMap(type -> type.getFieldDefinitions().stream())
                        .filter(field -> field.getName().equals("node")))
                .hasSize(2)
                .allSatisfy(field ->
                        assertThat(AstPrinter.printAst(field.getType())).matches("\\w+"));
    }

    private List<ObjectTypeDefinition> objects() {
        return Parser.parse(served()).getDefinitionsOfType(ObjectTypeDefinition.class);
    }

    @Test
    void theDeprecatedApiCarriesTheVendorsReason() {
        assertThat(served()).contains("@deprecated(reason : \"LINE WORKS: This API will soon be deprecated.");
    }

    @Test
    void introspectionSaysTheSameOfTheDeprecatedApi() {
        JsonNode fields = new Gateway(address)
                .ask("{ __type(name: \"Query\") { fields(includeDeprecated: true) { name isDeprecated } } }", Map.of())
                .at("/data/__type/fields");

        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.path("isDeprecated").asBoolean())
                        .as(field.path("name").asText())
                        .isEqualTo(field.path("name").asText().equals("privateContacts")));
    }

    @Test
    void introspectionTellsTheSchemaThatIsServed() {
        JsonNode told = new Gateway(address)
                .ask(
                        IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                                .specifiedByUrl(true)
                                .isOneOf(true)
                                .inputValueDeprecation(true)
                                .directiveIsRepeatable(true)),
                        Map.of())
                .path("data");
        Map<String, Object> data = new ObjectMapper().convertValue(told, new TypeReference<>() {});

        assertThat(printed(AstPrinter.printAst(new IntrospectionResultToSchema().createSchemaDefinition(data))))
                .isEqualTo(printed(served()));
        assertThat(told.at("/__schema/directives"))
                .extracting(directive -> directive.path("name").asText())
                .containsExactlyInAnyOrder("skip", "include", "deprecated", "specifiedBy", "oneOf");
    }

    /** In one form, by names. */
    private static String printed(String definitions) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeSchemaDefinition(true)
                        .includeDirectiveDefinitions(false)
                        .includeDirectives(DirectiveInfo::isGraphqlSpecifiedDirective))
                .print(UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(definitions)));
    }

    private static void collect(Node<?> node, String path, List<String> undescribed) {
        String here = node instanceof NamedNode<?> named ? path + "/" + named.getName() : path;
        if (DESCRIBED.contains(node.getClass())
                && node instanceof AbstractDescribedNode<?> described
                && described.getDescription() == null) {
            undescribed.add(here);
        }
        node.getChildren().forEach(child -> collect(child, here, undescribed));
    }
}
