package dev.meishi.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.meishi.ArchitectureTest;
import io.smallrye.graphql.schema.SchemaBuilder;
import io.smallrye.graphql.schema.model.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jboss.jandex.Indexer;

/**
 * The names under which a class with a mutation {@code setNote} is published. It is compiled for this purpose, because
 * any class that is on the class path of the tests is part of their schema.
 */
final class Published {

    private static final String SOURCE = """
            package sample;
            @org.eclipse.microprofile.graphql.GraphQLApi
            public class Notes {
                @org.eclipse.microprofile.graphql.Mutation
                public String setNote(String text) {
                    return text;
                }
            }
            """;

    private Published() {}

    /** None with our own endpoint, because a class like this does not get past the rules of the architecture. */
    static Set<String> names() throws IOException {
        Path classes = compiled();
        JavaClasses notes = new ClassFileImporter().importPath(classes);
        assertThat(notes).hasSize(1);
        boolean isRefused = Inside.isOurs()
                && ArchitectureTest.operations_have_the_name_in_their_annotation
                        .evaluate(notes)
                        .hasViolation();
        return isRefused ? Set.of() : byTheFramework(classes);
    }

    private static Set<String> byTheFramework(Path classes) throws IOException {
        Indexer indexer = new Indexer();
        try (var file = Files.newInputStream(classes.resolve("sample/Notes.class"))) {
            indexer.index(file);
        }
        return SchemaBuilder.build(indexer.complete()).getMutations().stream()
                .map(Operation::getName)
                .collect(Collectors.toSet());
    }

    private static Path compiled() throws IOException {
        Path directory = Files.createDirectories(Path.of("target/published"));
        Path source = Files.writeString(directory.resolve("Notes.java"), SOURCE, UTF_8);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(result).as("javac").isZero();
        return directory;
    }
}
