package dev.meishi.http;

import static dev.meishi.http.PersistedQueryTest.sha256;
import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.parameters;
import static dev.meishi.wire.GraphqlClient.written;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Documents of manifests, of both formats, where no others are executed. */
@QuarkusTest
@TestProfile(Manifests.Only.class)
class TrustedDocumentsTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
    }

    @Test
    void aDocumentIsFoundByItsIdHoweverThatIsSent() {
        String hash = sha256(Manifests.OF_APOLLO);

        for (HttpResponse<String> response : List.of(
                caller.post(written(Map.of("documentId", "sha256:" + hash))),
                caller.post(written(Map.of("documentId", hash))),
                caller.post(written(Map.of("extensions", persisted(hash)))),
                caller.get(parameters(Map.of("documentId", "sha256:" + hash))),
                caller.get(parameters(Map.of("documentId", hash))),
                caller.get(parameters(Map.of("extensions", written(persisted(hash))))),
                caller.post(written(Map.of("query", Manifests.OF_APOLLO))),
                caller.post(written(Map.of("query", "", "documentId", hash))),
                caller.post(written(Map.of("query", Manifests.OF_APOLLO, "documentId", hash))),
                caller.post(written(Map.of("query", Manifests.OF_APOLLO, "extensions", persisted(hash)))))) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response).at("/data/__typename").asText())
                    .as(response.body())
                    .isEqualTo("Query");
        }
    }

    @Test
    void anIdThatIsNoHashIsGoodToo() {
        HttpResponse<String> byId =
                caller.post(written(Map.of("documentId", "0a1b2c3d4e5f", "variables", Map.of("n", 2))));
        HttpResponse<String> together = caller.post(written(
                Map.of("documentId", "0a1b2c3d4e5f", "query", Manifests.OF_RELAY, "variables", Map.of("n", 2))));

        assertThat(json(byId).at("/data/contacts/nodes")).hasSize(2);
        assertThat(json(together).at("/data/contacts/nodes")).hasSize(2);
    }

    @Test
    void anOperationOfADocumentIsChosenByName() {
        assertThat(json(caller.post(written(Map.of("documentId", "two", "operationName", "Two"))))
                        .at("/data/two")
                        .asText())
                .isEqualTo("Query");
        assertThat(code(caller.post(written(Map.of("documentId", "two"))))).isEqualTo("OPERATION_NOT_FOUND");
    }

    @Test
    void anotherDocumentIsRefused() {
        for (HttpResponse<String> response : List.of(
                caller.ask(Manifests.OTHER),
                caller.get(parameters(Map.of("query", Manifests.OTHER))),
                caller.ask(Manifests.OF_APOLLO + " "),
                caller.post(
                        written(Map.of("query", Manifests.OTHER, "extensions", persisted(sha256(Manifests.OTHER))))))) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(code(response)).isEqualTo("DOCUMENT_NOT_TRUSTED");
            assertThat(json(response).has("data")).isFalse();
        }
        assertThat(json(caller.ask(Manifests.OTHER)).at("/errors/0/message").asText())
                .contains(sha256(Manifests.OTHER));
        assertThat(caller.ask(Manifests.OTHER, "Accept", "application/graphql-response+json")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherDocumentUnderATrustedIdIsRefused() {
        HttpResponse<String> response =
                caller.post(written(Map.of("query", Manifests.OTHER, "documentId", sha256(Manifests.OF_APOLLO))));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("PERSISTED_QUERY_MISMATCH");
    }

    @Test
    void nothingIsStored() {
        String hash = sha256(Manifests.OTHER);
        caller.post(written(Map.of("query", Manifests.OTHER, "extensions", persisted(hash))));

        assertThat(code(caller.post(written(Map.of("extensions", persisted(hash))))))
                .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(code(caller.post(written(Map.of("documentId", "unknown"))))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void aTrustedDocumentThatIsOutdatedIsRefusedForWhatItIs() {
        assertThat(code(caller.post(written(Map.of("documentId", "outdated"))))).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void introspectionIsNoException() {
        assertThat(code(caller.ask("{ __schema { queryType { name } } }"))).isEqualTo("DOCUMENT_NOT_TRUSTED");
    }

    private static Map<String, Object> persisted(String hash) {
        return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
    }
}
