package dev.meishi.execution.plan;

import dev.meishi.json.JsonBuffer;
import graphql.TypeResolutionEnvironment;
import graphql.execution.ResultPath;
import graphql.execution.TypeResolutionParameters;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes objects of several types; the schema's own resolver says of which one an object is. */
final class InterfaceWriter extends ValueWriter {

    private final GraphQLSchema schema;
    private final GraphQLInterfaceType type;
    private final Map<String, FieldsWriter> types;

    InterfaceWriter(GraphQLSchema schema, GraphQLInterfaceType type, Map<String, FieldsWriter> types) {
        this.schema = schema;
        this.type = type;
        this.types = types;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
            return;
        }
        FieldsWriter is = type(found);
        if (is == null) {
            throw ofNoType(found);
        }
        is.write(found, run, json);
    }

    @Override
    boolean complete(@Nullable Object found, Completion completion, PlannedField field, ResultPath path) {
        if (found == null) {
            return false;
        }
        FieldsWriter is = type(found);
        if (is == null) {
            completion.fail(ofNoType(found), field, path);
            return false;
        }
        return is.complete(found, completion, path);
    }

    @Override
    void collect(@Nullable Object found, ResolverLevel level, @Nullable ResultPath path) {
        FieldsWriter is = found == null ? null : type(found);
        if (found != null && is != null) {
            is.collect(found, level, path);
        }
    }

    @Override
    boolean hasResolvers() {
        return types.values().stream().anyMatch(FieldsWriter::hasResolvers);
    }

    @Override
    int scalars() {
        return types.values().stream().mapToInt(FieldsWriter::scalars).max().orElse(0);
    }

    /** Null if the schema has no such type among those of the interface. */
    private @Nullable FieldsWriter type(Object found) {
        TypeResolutionEnvironment environment = TypeResolutionParameters.newParameters()
                .value(found)
                .schema(schema)
                .fieldType(type)
                .build();
        GraphQLObjectType is = schema.getCodeRegistry().getTypeResolver(type).getType(environment);
        return is == null ? null : types.get(is.getName());
    }

    private static CompletionFailure ofNoType(Object found) {
        return new CompletionFailure("a " + found.getClass().getName() + ", of which the schema knows no type");
    }
}
