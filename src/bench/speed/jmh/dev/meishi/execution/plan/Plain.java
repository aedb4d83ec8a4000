package dev.meishi.execution.plan;

import dev.meishi.contact.Contact;
import dev.meishi.contact.ContactConnection;
import dev.meishi.execution.smallrye.FieldReader;
import dev.meishi.execution.smallrye.Property;
import dev.meishi.execution.smallrye.TrackedFetcher;
import dev.meishi.graphql.OwnScalars;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.json.Text;
import dev.meishi.relay.PageInfo;
import dev.meishi.tag.Tag;
import dev.meishi.tag.TagType;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dataloader.BatchLoaderWithContext;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's schema without the application: its printed form, with the application's readers for the records of its
 * types, a page of contacts that is there and tags that are known.
 */
final class Plain {

    private static final List<String> PACKAGES = Stream.of(Contact.class, PageInfo.class, Tag.class)
            .map(Class::getPackageName)
            .toList();

    private final GraphQLSchema schema;
    private final PlanCompiler compiler;

    /** A plan takes the reader alone. */
    private record Accessor(FieldReader reader) implements DataFetcher<@Nullable Object>, Property {

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return reader.read(Objects.requireNonNull(environment.getSource()));
        }
    }

    Plain(ContactConnection connection) {
        GraphQLSchema printed = new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser()
                                .parse(Path.of("src/main/graphql/schema.graphql")
                                        .toFile()),
                        RuntimeWiring.newRuntimeWiring()
                                .scalar(OwnScalars.DATE_TIME)
                                .scalar(OwnScalars.DATE)
                                .type("Node", node -> node.typeResolver(environment -> null))
                                .build());
        DataFetcher<?> contacts = environment -> CompletableFuture.completedFuture(connection);
        GraphQLCodeRegistry registry = printed.getCodeRegistry().transform(changed -> {
            printed.getAllTypesAsList().stream()
                    .filter(GraphQLObjectType.class::isInstance)
                    .map(GraphQLObjectType.class::cast)
                    .forEach(type -> register(type, changed));
            changed.dataFetcher(FieldCoordinates.coordinates("Query", "contacts"), new TrackedFetcher(contacts));
        });
        schema = printed.transformWithoutTypes(changed -> changed.codeRegistry(registry));
        BatchLoaderWithContext<Object, Object> tags = (owners, environment) -> {
            List<Object> known = new ArrayList<>(owners.size());
            owners.forEach(owner -> known.add(tags((Contact) owner)));
            return CompletableFuture.completedFuture(known);
        };
        compiler = new PlanCompiler(
                schema, Map.of(FieldCoordinates.coordinates("Contact", "tags"), tags), Set.of("Contact"));
    }

    private static void register(GraphQLObjectType type, GraphQLCodeRegistry.Builder registry) {
        PACKAGES.stream().flatMap(name -> record(name + "." + type.getName())).forEach(record -> {
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                accessor(record, field.getName())
                        .ifPresent(method -> registry.dataFetcher(
                                FieldCoordinates.coordinates(type, field), new Accessor(FieldReader.of(method))));
            }
        });
    }

    private static Stream<Class<?>> record(String name) {
        try {
            return Stream.of(Class.forName(name));
        } catch (ClassNotFoundException other) {
            return Stream.empty();
        }
    }

    /** A field {@code isX} may be the record's {@code x}. */
    private static Optional<Method> accessor(Class<?> record, String field) {
        return Arrays.stream(record.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getName().equals(field) || ("is" + method.getName()).equalsIgnoreCase(field))
                .findFirst();
    }

    private static List<Tag> tags(Contact contact) {
        return contact.tagResourceIds().stream()
                .map(id ->
                        new Tag("", contact.domainId(), id, Text.of("重要顧客"), TagType.COMPANY, Text.of("COMPANY"), null))
                .toList();
    }

    PlanCompiler compiler() {
        return compiler;
    }

    /** The only operation of a document that has no fragments. */
    PreparedOperation operation(String text) {
        Document document = new Parser().parseDocument(text);
        OperationDefinition definition =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        return new PreparedOperation(document, definition, schema.getQueryType(), Map.of(), Set::of);
    }
}
