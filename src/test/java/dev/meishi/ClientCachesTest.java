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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on the schema says of every type how caches of clients know it. */
class ClientCachesTest {

    private static final Pattern QUOTED = Pattern.compile("['`]([A-Z]\\w+)['`]");

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
}
