package dev.meishi.graphql;

import dev.meishi.memory.Memory;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the classes of this package are made of, as it is in the running gateway unless a test says otherwise. */
public final class Settings {

    private static final int BEFORE_THE_BUILT_IN = 200;

    private static final GraphQLSchema SERVED = served();

    private Settings() {}

    /** The limits as they are by default. */
    public static LimitsConfig limits() {
        return limits(Map.of());
    }

    /** The limits with some set, by the end of their keys. */
    public static LimitsConfig limits(Map<String, String> keys) {
        return mapped(LimitsConfig.class, "meishi.limits.", keys);
    }

    /** Documents of the served schema, within the limits as they are by default. */
    public static Documents documents() {
        return documents(Map.of());
    }

    /** Documents with some of their settings, by the end of their keys. */
    public static Documents documents(Map<String, String> keys) {
        return documents(limits(), keys);
    }

    /** Documents within limits. */
    public static Documents documents(LimitsConfig limits) {
        return documents(limits, Map.of());
    }

    private static Documents documents(LimitsConfig limits, Map<String, String> keys) {
        return new Documents(
                servedSchema(),
                new Limits(limits),
                mapped(DocumentsConfig.class, "meishi.documents.", keys),
                new Memory(Map.of(), Runtime.getRuntime().maxMemory(), new SimpleMeterRegistry()),
                true);
    }

    /** The committed schema, which a test holds equal to the served one. */
    public static GraphQLSchema servedSchema() {
        return SERVED;
    }

    public static GraphQLSchema schema(String definitions) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(definitions));
    }

    public static Document parsed(String text) {
        return Parser.parse(text);
    }

    private static GraphQLSchema served() {
        try {
            return schema(Files.readString(Path.of("src/main/graphql/schema.graphql")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static <T> T mapped(Class<T> mapping, String prefix, Map<String, String> keys) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withConverter(MemorySize.class, BEFORE_THE_BUILT_IN, new MemorySizeConverter());
        keys.forEach((key, value) -> builder.withDefaultValue(prefix + key, value));
        return builder.build().getConfigMapping(mapping);
    }
}
