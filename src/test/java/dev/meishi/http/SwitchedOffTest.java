package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.parameters;
import static dev.meishi.wire.GraphqlClient.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Introspection and stored documents where they are switched off. */
@QuarkusTest
@TestProfile(Restricted.class)
class SwitchedOffTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { name } } }",
                "{ __type(name: \"Contact\") { name } }",
                "{ a: __schema { queryType { name } } }",
                "{ __typename __type(name: \"Contact\") { name } }",
                "{ ... { __schema { queryType { name } } } }",
                "{ ...F } fragment F on Query { ... on Query { __type(name: \"Contact\") { name } } }",
                "{ __schema @skip(if: true) { queryType { name } } }",
            })
    void nobodyIsToldTheSchema(String document) {
        for (HttpResponse<String> response : List.of(
                caller.ask(document, "Accept", "application/graphql-response+json"),
                caller.get(parameters(Map.of("query", document)), "Accept", "application/graphql-response+json"))) {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(code(response)).isEqualTo("FEATURE_DISABLED");
            assertThat(json(response).at("/errors/0/message").asText()).contains("meishi.introspection.enabled");
            assertThat(json(response).has("data")).isFalse();
        }
    }

    @Test
    void theNameOfATypeIsNoSecret() {
        assertThat(json(caller.ask("{ __typename contacts(first: 1) { __typename nodes { __typename } } }"))
                        .at("/data/contacts/nodes/0/__typename")
                        .asText())
                .isEqualTo("Contact");
    }

    @Test
    void theSchemaIsNotServedAsADocumentEither() {
        assertThat(new Gateway(address).status("/graphql/schema.graphql")).isEqualTo(404);
    }

    @Test
    void aHashAloneIsNotSupported() {
        String document = "{ __typename }";
        Map<String, Object> extensions =
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", PersistedQueryTest.sha256(document)));

        HttpResponse<String> alone = caller.post(written(Map.of("extensions", extensions)));
        HttpResponse<String> together = caller.post(written(Map.of("query", document, "extensions", extensions)));

        assertThat(code(alone)).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
        assertThat(json(alone).at("/errors/0/message").asText()).isEqualTo("PersistedQueryNotSupported");
        assertThat(json(together).at("/data/__typename").asText()).isEqualTo("Query");
        assertThat(code(caller.post(written(Map.of("extensions", extensions)))))
                .isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
    }
}
