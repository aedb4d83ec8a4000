package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.Faults;
import dev.meishi.json.JsonBuffer;
import graphql.TypeResolutionEnvironment;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.execution.TypeResolutionParameters;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of one of several types; the schema's own resolver says of which. */
final class PlannedInterface extends PlannedValue {

    private final GraphQLSchema schema;
    private final GraphQLInterfaceType type;
    private final Map<String, PlannedObject> types;

    PlannedInterface(GraphQLSchema schema, GraphQLInterfaceType type, Map<String, PlannedObject> types) {
        this.schema = schema;
        this.type = type;
        this.types = types;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
        } else {
            type(found).write(found, run, json);
        }
    }

    @Override
    void collect(@Nullable Object found, Level level, @Nullable ResultPath path) {
        if (found != null) {
            type(found).collect(found, level, path);
        }
    }

    @Override
    boolean hasResolvers() {
        return types.values().stream().anyMatch(PlannedObject::hasResolvers);
    }

    @Override
    boolean isFallible() {
        return types.values().stream().anyMatch(PlannedObject::isFallible);
    }

    @Override
    void collect(@Nullable Object found, Faults faults, PlanRun run, ResultPath path, MergedField field) {
        if (found != null) {
            type(found).collect(found, faults, run, path);
        }
    }

    @Override
    int scalars() {
        return types.values().stream().mapToInt(PlannedObject::scalars).max().orElse(0);
    }

    private PlannedObject type(Object found) {
        TypeResolutionEnvironment environment = TypeResolutionParameters.newParameters()
                .value(found)
                .schema(schema)
                .fieldType(type)
                .build();
        GraphQLObjectType is = schema.getCodeRegistry().getTypeResolver(type).getType(environment);
        PlannedObject planned = is == null ? null : types.get(is.getName());
        if (planned == null) {
            throw new Unplanned("an object of a type that the schema does not know");
        }
        return planned;
    }
}
