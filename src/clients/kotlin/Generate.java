import com.apollographql.apollo.compiler.ApolloCompiler;
import com.apollographql.apollo.compiler.CodegenSchemaOptions;
import com.apollographql.apollo.compiler.InputFile;
import com.apollographql.apollo.compiler.OptionsKt;
import com.apollographql.apollo.compiler.TargetLanguage;
import com.apollographql.apollo.compiler.codegen.SourceOutputKt;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Generates Kotlin as the Gradle plugin of Apollo Kotlin does with the settings of src/docs/clients/kotlin.md. */
public final class Generate {

    /** Takes this folder, the folder to write to, and the file for the manifest of trusted documents. */
    public static void main(String[] args) {
        var logger = new ApolloCompiler.Logger() {
            @Override
            public void debug(String message) {}

            @Override
            public void info(String message) {}

            @Override
            public void warning(String message) {
                throw new IllegalStateException(message);
            }

            @Override
            public void error(String message) {
                throw new IllegalStateException(message);
            }
        };
        var schema = ApolloCompiler.INSTANCE.buildCodegenSchema(
                files(args[0], "../../main/graphql/schema.graphql", "graphql/extra.graphqls"),
                logger,
                new CodegenSchemaOptions(Map.of("Date", "kotlin.String", "DateTime", "kotlin.String"), Map.of(), false),
                List.of(),
                null);
        var sources = ApolloCompiler.INSTANCE.buildSchemaAndOperationsSources(
                schema,
                files(args[0], "graphql/contacts.graphql"),
                OptionsKt.buildIrOptions(null, null, null, null, null, null, null, null, null, null),
                OptionsKt.buildCodegenOptions(
                        TargetLanguage.KOTLIN_1_9, null, null, null, OptionsKt.MANIFEST_PERSISTED_QUERY, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null, null, null, null, "com.example.contacts", null),
                null, null, null, null, null, null, logger,
                new File(args[2]));
        SourceOutputKt.writeTo(sources, new File(args[1]), true, null);
    }

    private static List<InputFile> files(String folder, String... names) {
        return Arrays.stream(names).map(name -> new InputFile(new File(folder, name), name)).toList();
    }
}
