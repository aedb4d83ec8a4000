package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.FieldReader;
import dev.meishi.execution.smallrye.Property;
import dev.meishi.execution.smallrye.TrackedFetcher;
import dev.meishi.failure.Failure;
import dev.meishi.failure.Fallible;
import dev.meishi.failure.PartialFailure;
import dev.meishi.graphql.CodedError;
import dev.meishi.graphql.Settings;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.BatchLoaderWithContext;
import org.jspecify.annotations.Nullable;

/**
 * A schema of its own with every combination of lists and non-null types, and what its fields find: objects whose members
 * are whatever a test puts into them, right or wrong.
 */
final class FailingGraph {

    private static final Set<String> RESOLVED = Set.of("called", "strictCalled", "calledList");
    private static final String BATCHED = "batched";

    static final GraphQLSchema SCHEMA = schema();

    private FailingGraph() {}

    /** An object of the graph. */
    static final class Thing {

        private final String type;
        private final Function<String, @Nullable Object> members;
        private final Map<String, @Nullable Object> found = new HashMap<>();

        /**
         * An object.
         *
         * @param type its type; one that the schema does not know is one of the mistakes
         * @param members by name, each asked for once; what is a failure is thrown where it is read
         */
        Thing(String type, Function<String, @Nullable Object> members) {
            this.type = type;
            this.members = members;
        }

        String type() {
            return type;
        }

        @Nullable
        Object found(String name) {
            if (!found.containsKey(name)) {
                found.put(name, members.apply(name));
            }
            return found.get(name);
        }

        @Nullable
        Object member(String name) {
            Object member = found(name);
            if (member instanceof RuntimeException thrown) {
                throw thrown;
            }
            return member;
        }
    }

    static PlanCompiler compiler() {
        BatchLoaderWithContext<Object, Object> batched = (objects, environment) -> {
            List<@Nullable Object> outcomes = new ArrayList<>();
            objects.forEach(object ->
                    outcomes.add(object instanceof Thing thing ? thing.found(BATCHED) : new ClassCastException()));
            return outcomes.stream().anyMatch(Throwable.class::isInstance)
                    ? CompletableFuture.failedFuture(new PartialFailure(outcomes))
                    : CompletableFuture.completedFuture(outcomes);
        };
        return new PlanCompiler(
                SCHEMA, Map.of(FieldCoordinates.coordinates("Thing", BATCHED), batched), Set.of("Thing"));
    }

    private static GraphQLSchema schema() {
        GraphQLSchema plain = Settings.schema("""
                type Query { called: Thing strictCalled: Thing! calledList: [Thing!] }
                interface Node { id: ID! }
                type Other implements Node { id: ID! thing: Thing! }
                enum Kind { ONE TWO }
                type Thing implements Node {
                  id: ID! name: String strictName: String! number: Int strictNumber: Int! flag: Boolean! kind: Kind strictKind: Kind!
                  child: Thing strictChild: Thing! children: [Thing] strictChildren: [Thing!]! grid: [[Thing!]]
                  names: [String!] strictNames: [String!]! node: Node strictNode: Node! nodes: [Node!]
                  called: Thing strictCalled: Thing! calledList: [Thing!] batched: Thing
                }
                """);
        GraphQLCodeRegistry registry = plain.getCodeRegistry().transform(changed -> {
            plain.getAllTypesAsList().stream()
                    .filter(GraphQLObjectType.class::isInstance)
                    .map(GraphQLObjectType.class::cast)
                    .filter(type -> !type.getName().startsWith("__"))
                    .forEach(type -> type.getFieldDefinitions()
                            .forEach(field ->
                                    changed.dataFetcher(FieldCoordinates.coordinates(type, field), fetcher(field))));
            changed.typeResolver(
                    "Node",
                    environment -> environment.<Object>getObject() instanceof Thing thing
                            ? environment.getSchema().getObjectType(thing.type())
                            : null);
        });
        return plain.transformWithoutTypes(changed -> changed.codeRegistry(registry));
    }

    private static DataFetcher<?> fetcher(GraphQLFieldDefinition field) {
        String name = field.getName();
        boolean isFallible =
                GraphQLTypeUtil.unwrapAll(field.getType()).getName().equals("Thing");
        if (RESOLVED.contains(name)) {
            return new TrackedFetcher(environment -> resolved(name, environment));
        }
        Member member = new Member(object -> ((Thing) object).member(name), isFallible);
        return name.equals(BATCHED) ? new Batched(member) : member;
    }

    /** The operation's own object is in the context. */
    private static CompletableFuture<?> resolved(String name, DataFetchingEnvironment environment) {
        Thing object = environment.getSource() instanceof Thing thing
                ? thing
                : Objects.requireNonNull(environment.getGraphQlContext().get(Thing.class));
        Object found = object.found(name);
        return found instanceof RuntimeException thrown
                ? CompletableFuture.failedFuture(thrown)
                : CompletableFuture.completedFuture(readable(found, environment));
    }

    /** A property; the engine has null and an error in the place of what cannot be read. */
    private record Member(FieldReader reader, boolean isFallible) implements DataFetcher<@Nullable Object>, Property {

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            Object found = reader.read(Objects.requireNonNull(environment.getSource()));
            return isFallible ? readable(found, environment) : found;
        }
    }

    /** As the engine finds what a plan has from a batch resolver. */
    private record Batched(Member member) implements DataFetcher<@Nullable Object> {

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return member.get(environment);
        }
    }

    private static Object readable(@Nullable Object found, DataFetchingEnvironment environment) {
        List<GraphQLError> errors = new ArrayList<>();
        Object data = readable(found, environment.getExecutionStepInfo().getPath(), errors);
        return DataFetcherResult.newResult().data(data).errors(errors).build();
    }

    private static @Nullable Object readable(@Nullable Object found, ResultPath path, List<GraphQLError> errors) {
        if (found instanceof List<?> list) {
            List<@Nullable Object> entries = new ArrayList<>();
            list.forEach(entry -> entries.add(readable(entry, path.segment(entries.size()), errors)));
            return entries;
        }
        Failure fault = found instanceof Fallible unreadable ? unreadable.fault() : null;
        if (fault != null) {
            errors.add(CodedError.of(fault, path, null));
        }
        return fault == null ? found : null;
    }
}
