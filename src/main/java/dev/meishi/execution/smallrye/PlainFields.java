package dev.meishi.execution.smallrye;

import dev.meishi.failure.Fallible;
import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a record merely has straight from the record. The framework makes a context of its own for every field of
 * every object, which takes most of the time of a large answer.
 */
final class PlainFields {

    /** What the schema's scalars take as it is, as {@code ID} takes anything; the rest the framework turns into something. */
    private static final Set<String> SCALARS = Set.of(
            "int",
            Integer.class.getName(),
            "boolean",
            Boolean.class.getName(),
            String.class.getName(),
            LocalDate.class.getName(),
            OffsetDateTime.class.getName());

    /** They take anything, as what its {@code toString()} says it is, which is what adapting to them means. */
    private static final Set<String> TEXT_SCALARS =
            Set.of(Scalars.GraphQLString.getName(), Scalars.GraphQLID.getName());

    private PlainFields() {}

    /** The types of objects of which some may not be readable. */
    static Set<String> fallible(Schema model) {
        return model.getTypes().values().stream()
                .filter(type -> Fallible.class.isAssignableFrom(
                        ClassloadingService.get().loadClass(type.getClassName())))
                .map(Type::getName)
                .collect(Collectors.toSet());
    }

    /** The same schema; its root fields, {@code @Source} fields and what is not plain are left as they are. */
    static GraphQLSchema readDirectlyIn(GraphQLSchema schema, Schema model) {
        Set<String> fallible = fallible(model);
        GraphQLCodeRegistry direct = schema.getCodeRegistry()
                .transform(registry -> model.getTypes().values().forEach(type -> register(type, fallible, registry)));
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(direct));
    }

    private static void register(Type type, Set<String> fallible, GraphQLCodeRegistry.Builder registry) {
        Class<?> owner = ClassloadingService.get().loadClass(type.getClassName());
        type.getFields().values().stream()
                .filter(PlainFields::isPlain)
                .forEach(field -> registry.dataFetcher(
                        FieldCoordinates.coordinates(type.getName(), field.getName()),
                        fetcher(
                                new ReaderOnDemand(accessor(owner, field)),
                                fallible.contains(field.getReference().getName()))));
    }

    private static DataFetcher<?> fetcher(Supplier<FieldReader> readers, boolean isFallible) {
        return isFallible ? new FallibleAccessor(readers) : new Accessor(readers);
    }

    private static boolean isPlain(Field field) {
        return field.getMethodName() != null
                && !field.hasTransformation()
                && !field.isAdaptingWith()
                && !field.getReference().isAdaptingWith()
                && (!field.hasWrapper() || field.getWrapper().isCollection())
                && (isAdapting(field)
                        ? TEXT_SCALARS.contains(scalar(field))
                        : field.getReference().getType() != ReferenceType.SCALAR
                                || scalar(field).equals(Scalars.GraphQLID.getName())
                                || SCALARS.contains(field.getReference().getClassName()));
    }

    private static boolean isAdapting(Field field) {
        return field.isAdaptingTo() || field.getReference().isAdaptingTo();
    }

    private static String scalar(Field field) {
        Reference reference = field.isAdaptingTo() ? field.getAdaptTo().getReference() : field.getReference();
        return reference.getName();
    }

    /** The model knows it even where {@code @Name} gives the field another name. */
    private static Method accessor(Class<?> owner, Field field) {
        try {
            return owner.getMethod(field.getMethodName());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(owner + " has no accessor for the field " + field.getName(), e);
        }
    }

    /** As the engine reads a property with objects of which some may not be readable. */
    record FallibleAccessor(Supplier<FieldReader> readers) implements LightDataFetcher<@Nullable Object>, Property {

        @Override
        public FieldReader reader() {
            return readers.get();
        }

        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
            Object found = reader().read(source);
            return Faults.isIn(found) ? Faults.without(found, environment.get()) : found;
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            Object source = Objects.requireNonNull(environment.getSource());
            return get(environment.getFieldDefinition(), source, () -> environment);
        }
    }

    /** As the engine reads. */
    record Accessor(Supplier<FieldReader> readers) implements LightDataFetcher<@Nullable Object>, Property {

        @Override
        public FieldReader reader() {
            return readers.get();
        }

        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
            return reader().read(source);
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return reader().read(Objects.requireNonNull(environment.getSource()));
        }
    }
}
