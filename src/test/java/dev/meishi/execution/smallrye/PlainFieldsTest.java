package dev.meishi.execution.smallrye;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.Gateway;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link PlainFields}: which fields are read directly, and that nobody can tell from an answer. */
@QuarkusTest
class PlainFieldsTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    GraphQLSchema schema;

    @Inject
    Schema model;

    @Inject
    ExecutionService framework;

    @Test
    void everyFieldIsReadDirectlyThatNeedsNoCall() {
        GraphQLSchema executable = ExecutableSchema.of(schema, model);

        List<String> others = executable.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .filter(field ->
                                !(executable.getCodeRegistry().getDataFetcher(type, field) instanceof LightDataFetcher))
                        .map(field -> type.getName() + "." + field.getName()))
                .toList();

        assertThat(others)
                .containsExactlyInAnyOrder(
                        "Contact.detailedName",
                        "Contact.master",
                        "Contact.tags",
                        "ContactConnection.totalCount",
                        "ContactConnection.totalCountPrecision",
                        "Query.changes",
                        "Query.contact",
                        "Query.contacts",
                        "Query.contactsByPhone",
                        "Query.node",
                        "Query.nodes",
                        "Query.privateContacts",
                        "Query.tag",
                        "Query.tags",
                        "SharedMember.member",
                        "SharedMember.name");
    }

    /** By which {@link ReadersFeature} finds them. */
    @Test
    void everyTypeWithPropertiesIsPublicAndDescribed() {
        assertThat(model.getTypes().values())
                .map(type -> ClassloadingService.get().loadClass(type.getClassName()))
                .allMatch(type -> Modifier.isPublic(type.getModifiers()))
                .allMatch(type -> type.isAnnotationPresent(Description.class));
    }

    @Test
    @ActivateRequestContext
    void anAnswerWithAllFieldsHasWhatTheFrameworkSOwnHas() throws JsonProcessingException {
        // The framework's own execution cannot do without what MutinyWithoutContexts switches off.
        Infrastructure.reloadUniInterceptors();
        Infrastructure.reloadMultiInterceptors();
        Infrastructure.reloadCallbackDecorators();
        for (String query : List.of(
                "{ contacts(first: 50) " + everythingOf("ContactConnection") + " }",
                "{ privateContacts(memberEmail: \"account2@example.com\") " + everythingOf("PrivateContactConnection")
                        + " }",
                "{ tags " + everythingOf("Tag") + " }")) {
            JsonNode data = new Gateway(address)
                    .ask(query, Map.of())
                    .path("data")
                    .iterator()
                    .next();

            assertThat(data).as(query).isNotEmpty().isEqualTo(byTheFramework(query));
        }
    }

    @AfterEach
    void switchOffAgain() {
        Infrastructure.clearInterceptors();
    }

    /** The selection of all fields, however deep. */
    private String everythingOf(String type) {
        return schema.getObjectType(type).getFieldDefinitions().stream()
                .map(field -> field.getName() + " " + everythingOf(field))
                .collect(Collectors.joining(" ", "{ ", "}"));
    }

    private String everythingOf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
                ? everythingOf(type.getName())
                : "";
    }

    private JsonNode byTheFramework(String query) throws JsonProcessingException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Map<String, Object> context = new HashMap<>(Map.of(
                "runBlocking", false, "state", Arc.container().requestContext().getState()));
        framework.executeAsync(
                Json.createObjectBuilder().add("query", query).build(), context, new ExecutionResponseWriter() {
                    @Override
                    public void write(ExecutionResponse response) {
                        answer.complete(response.getExecutionResultAsString());
                    }

                    @Override
                    public void fail(Throwable thrown) {
                        answer.completeExceptionally(thrown);
                    }
                });
        return new ObjectMapper()
                .readTree(answer.join())
                .path("data")
                .iterator()
                .next();
    }
}
