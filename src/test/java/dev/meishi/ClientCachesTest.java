package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.TypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on the schema and src/clients/caches.mjs tell caches of clients about every type that the schema has. */
class ClientCachesTest {

    private static final Pattern QUOTED = Pattern.compile("['`]([A-Z]\\w+)['`]");

    private static final Pattern LIST =
            Pattern.compile("^const [A-Z]+ = \\[.*?\\];$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Whether each type is a node. */
    private static Map<String, Boolean> types() throws IOException {
        Document schema = Parser.parse(Files.readString(Path.of("src/main/graphql/schema.graphql")));
        return schema.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(type -> !type.getName().equals("Query"))
                .collect(Collectors.toMap(
                        ObjectTypeDefinition::getName,
                        type -> type.getImplements().stream()
                                .anyMatch(implemented ->
                                        TypeUtil.simplePrint(implemented).equals("Node"))));
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyTypeHasItsRowOnThePageAndNodesHaveTheirOwn() throws IOException {
        String page = Docs.page("schema.md");
        String section = page.substring(page.indexOf("## Caches of clients"));
        List<String> firstCells = section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1, line.indexOf('|', 1)))
                .toList();
        Map<String, Boolean> types = types();

        assertThat(firstCells.stream().flatMap(cell -> quoted(cell).stream()))
                .containsExactlyInAnyOrderElementsOf(types.keySet());
        assertThat(quoted(firstCells.get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        types.keySet().stream().filter(types::get).toList());
    }

    @Test
    void everyTypeThatIsNoNodeIsToldToTheCaches() throws IOException {
        String module = Files.readString(Path.of("src/clients/caches.mjs"));
        String lists = LIST.matcher(module).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        Map<String, Boolean> types = types();

        assertThat(quoted(lists))
                .containsExactlyInAnyOrderElementsOf(
                        types.keySet().stream().filter(name -> !types.get(name)).toList());
    }

    @Test
    void everyListOfPartsOfAContactIsReplacedAsAWhole() throws IOException {
        String module = Files.readString(Path.of("src/clients/caches.mjs"));
        List<String> lists = Parser.parse(Files.readString(Path.of("src/main/graphql/schema.graphql")))
                .getDefinitionsOfType(ObjectTypeDefinition.class)
                .stream()
                .filter(type -> type.getName().equals("Contact"))
                .flatMap(type -> type.getFieldDefinitions().stream())
                .filter(field -> TypeUtil.simplePrint(field.getType()).startsWith("["))
                .filter(field -> !TypeUtil.simplePrint(field.getType()).contains("ID"))
                .map(field -> "'" + field.getName() + "'")
                .toList();

        assertThat(module.substring(module.indexOf("Contact: replaced("))).contains(lists);
    }
}
