package dev.meishi.npm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.failure.ErrorCode;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.TypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The npm package tells clients about all that the schema has, and nothing else. */
class NpmPackageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String sdl;
    private static Map<String, String> files;

    @BeforeAll
    static void make() throws IOException {
        sdl = Files.readString(Path.of("src/main/graphql/schema.graphql"));
        files = NpmPackage.files(sdl, "1.2.3");
    }

    @Test
    void theBuildHasWrittenIt() throws IOException {
        Path folder = Path.of("target/npm");
        String version = JSON.readTree(folder.resolve("package.json").toFile())
                .path("version")
                .asText();

        for (var file : NpmPackage.files(sdl, version).entrySet()) {
            assertThat(folder.resolve(file.getKey())).hasContent(file.getValue());
        }
        assertThat(folder.resolve("LICENSE")).hasSameTextualContentAs(Path.of("LICENSE"));
    }

    @Test
    void theManifestNamesOnlyFilesThatThereAre() throws IOException {
        JsonNode manifest = JSON.readTree(file("package.json"));

        assertThat(manifest.path("version").asText()).isEqualTo("1.2.3");
        assertThat(manifest.path("exports").findValuesAsText("default")).isNotEmpty();
        assertThat(Stream.concat(
                        manifest.path("exports").findValuesAsText("default").stream(),
                        manifest.path("exports").findValuesAsText("types").stream()))
                .allSatisfy(name -> assertThat(files).containsKey(name.substring(2)));
    }

    @Test
    void theSchemaIsTheCommittedOne() {
        assertThat(file("schema.graphql")).isEqualTo(sdl);
    }

    @Test
    void everyTypeHasAnIdOrIsToldToBothCaches() {
        List<String> withoutId = objects().stream()
                .filter(type -> !isNode(type) && !type.getName().equals("Query"))
                .map(ObjectTypeDefinition::getName)
                .toList();

        assertThat(found("^  (\\w+): \\(\\) => null,$", "urql.js")).containsExactlyInAnyOrderElementsOf(withoutId);
        assertThat(found("^  (\\w+): \\{ keyFields: false", "apollo.js"))
                .containsExactlyInAnyOrderElementsOf(withoutId);
        assertThat(found("^  (\\w+): \\{ keyFields: false, merge: true", "apollo.js"))
                .containsExactlyElementsOf(Schema.VALUES);
    }

    @Test
    void everyListOfObjectsOfANodeIsReplacedAsAWhole() {
        List<String> lists = objects().stream()
                .filter(NpmPackageTest::isNode)
                .flatMap(type -> type.getFieldDefinitions().stream())
                .filter(field -> TypeUtil.simplePrint(field.getType()).matches("\\[[A-Z][a-z].*"))
                .map(field -> field.getName())
                .toList();

        assertThat(lists).contains("phones", "tags");
        assertThat(found("^    (\\w+): \\{ merge: false \\},$", "apollo.js")).containsExactlyElementsOf(lists);
    }

    @Test
    void listsAreKeptApartByWhatMakesThemOthers() {
        assertThat(found("^      (\\w+: connection\\(.*\\)),$", "apollo.js"))
                .containsExactly(
                        "changes: connection(relayStylePagination([\"filter\",\"since\"]))",
                        "contacts: connection(relayStylePagination([\"filter\",\"last\",\"orderBy\"]))",
                        "privateContacts: connection(relayStylePagination([\"memberEmail\"]))");
        assertThat(found("^    (\\w+): relayPagination\\(\\),$", "urql.js"))
                .containsExactly("changes", "contacts", "privateContacts");
    }

    @Test
    void theUnionOfCodesIsTheEnum() {
        List<String> codes = Arrays.stream(ErrorCode.values()).map(Enum::name).toList();

        assertThat(found("^  \\| '(\\w+)'", "index.d.ts")).isEqualTo(codes);
        assertThat(found("^  (\\w+): \\{ retryable: ", "index.js")).isEqualTo(codes);
        assertThat(found("^  (\\w+): \\{ retryable: true", "index.js"))
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .filter(ErrorCode::isRetryable)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void everyScalarOfTheSchemaHasATypeOfTypeScript() {
        assertThat(Parser.parse(sdl).getDefinitionsOfType(ScalarTypeDefinition.class))
                .isNotEmpty()
                .allSatisfy(scalar -> {
                    String name = scalar.getName();
                    assertThat(file("index.d.ts")).contains("export type " + name + " = ");
                    assertThat(file("index.js")).contains(name + ": 'meishi-schema#" + name + "'");
                });
    }

    @Test
    void theIntrospectionHasEveryTypeWithItsFields() throws IOException {
        String text = file("urql.js");
        JsonNode types = JSON.readTree(
                        text.substring(text.indexOf("schema = ") + "schema = ".length(), text.lastIndexOf(';')))
                .at("/__schema/types");

        for (ObjectTypeDefinition type : objects()) {
            assertThat(types)
                    .filteredOn(told -> told.path("name").asText().equals(type.getName()))
                    .singleElement()
                    .satisfies(told -> assertThat(told.path("fields"))
                            .extracting(field -> field.path("name").asText())
                            .containsExactlyInAnyOrderElementsOf(type.getFieldDefinitions().stream()
                                    .map(NamedNode::getName)
                                    .toList()));
        }
    }

    private static String file(String name) {
        assertThat(files).containsKey(name);
        return files.getOrDefault(name, "");
    }

    private static List<String> found(String pattern, String file) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(file(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<ObjectTypeDefinition> objects() {
        return Parser.parse(sdl).getDefinitionsOfType(ObjectTypeDefinition.class);
    }

    private static boolean isNode(ObjectTypeDefinition type) {
        return type.getImplements().stream()
                .anyMatch(implemented -> TypeUtil.simplePrint(implemented).equals("Node"));
    }
}
