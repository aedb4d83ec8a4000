package dev.meishi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Docs;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of root fields has all of them, each with all its arguments. */
class RootFieldsTest {

    private static final Pattern FIELD = Pattern.compile("`(\\w+)\\(([\\w, ]*)\\)`");

    @Test
    void itHasEachFieldWithItsArguments() throws IOException {
        assertThat(documented()).isEqualTo(real());
    }

    private static Map<String, List<String>> documented() throws IOException {
        return Docs.read(Docs.README)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> FIELD.matcher(cell).results())
                .collect(Collectors.toMap(
                        field -> field.group(1),
                        field -> Arrays.stream(field.group(2).split(", "))
                                .sorted()
                                .toList()));
    }

    private static Map<String, List<String>> real() throws IOException {
        return Parser.parse(Files.readString(Path.of("src/main/graphql/schema.graphql")))
                .getDefinitionsOfType(ObjectTypeDefinition.class)
                .stream()
                .filter(type -> type.getName().equals("Query"))
                .flatMap(type -> type.getFieldDefinitions().stream())
                .collect(Collectors.toMap(
                        FieldDefinition::getName,
                        field -> field.getInputValueDefinitions().stream()
                                .map(InputValueDefinition::getName)
                                .sorted()
                                .toList()));
    }
}
