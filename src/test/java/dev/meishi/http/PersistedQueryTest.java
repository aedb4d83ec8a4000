package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Automatic persisted queries by Apollo's protocol: stored under their own hash, and within bounds. */
@QuarkusTest
@TestProfile(Manifests.Any.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersistedQueryTest {

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
    void aDocumentIsMissedStoredAndFound() {
        String document = "{ __typename } # stored";
        String hash = sha256(document);

        HttpResponse<String> missed = post(null, hash);
        HttpResponse<String> stored = post(document, hash);
        HttpResponse<String> found = post(null, hash);
        HttpResponse<String> foundByGet = caller.get(parameters(Map.of("extensions", extensions(hash))));

        assertThat(missed.statusCode()).isEqualTo(200);
        assertThat(code(missed)).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(json(missed).at("/errors/0/message").asText()).isEqualTo("PersistedQueryNotFound");
        for (HttpResponse<String> answer : List.of(stored, found, foundByGet)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).at("/data/__typename").asText()).isEqualTo("Query");
        }
        assertThat(header(foundByGet, "ETag")).isNotEmpty();
    }

    @Test
    void aMissIs400InTheNewTypeAndNeverKept() {
        HttpResponse<String> missed = caller.get(
                parameters(Map.of("extensions", extensions(sha256("missing")))),
                "Accept",
                "application/graphql-response+json");

        assertThat(missed.statusCode()).isEqualTo(400);
        assertThat(header(missed, "Cache-Control")).isEqualTo("no-store");
    }

    /** A browser writes a status of 400 into its console, though a miss is a step of the protocol. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/graphql-response+json, application/json;q=0.9",
                "application/graphql-response+json, application/graphql+json, application/json, text/event-stream",
                "application/graphql-response+json, */*;q=0.1"
            })
    void aMissIsA200ForWhoTakesJsonToo(String accepted) {
        HttpResponse<String> missed =
                caller.get(parameters(Map.of("extensions", extensions(sha256("missing")))), "Accept", accepted);

        assertThat(missed.statusCode()).isEqualTo(200);
        assertThat(header(missed, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(code(missed)).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void aDocumentIsStoredByGetToo() {
        String document = "{ __typename } # by GET";
        String hash = sha256(document);

        caller.get(parameters(Map.of("query", document, "extensions", extensions(hash))));

        assertThat(json(post(null, hash)).at("/data/__typename").asText()).isEqualTo("Query");
    }

    @Test
    void variablesAndOperationNamesGoWithAHash() {
        String document = "query A($n: Int) { contacts(first: $n) { nodes { id } } } query B { __typename }";
        String hash = sha256(document);
        caller.post(written(Map.of(
                "query", document, "operationName", "B", "extensions", Map.of("persistedQuery", persisted(hash)))));

        HttpResponse<String> answer = caller.get(
                parameters(Map.of("operationName", "A", "variables", "{\"n\":2}", "extensions", extensions(hash))));

        assertThat(json(answer).at("/data/contacts/nodes")).hasSize(2);
    }

    @Test
    void aHashThatIsNotTheDocumentsIsRefusedAndNothingStored() {
        String document = "{ __typename } # mismatch";
        String wrong = sha256("{ tags { id } } # mismatch");

        HttpResponse<String> refused = post(document, wrong);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("PERSISTED_QUERY_MISMATCH");
        assertThat(json(refused).has("data")).isFalse();
        assertThat(code(post(null, wrong))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(code(post(null, sha256(document)))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void theHashsDigitsMayBeOfEitherCase() {
        String document = "{ __typename } # case";
        String hash = sha256(document).toUpperCase(Locale.ROOT);

        assertThat(json(post(document, hash)).has("data")).isTrue();
        assertThat(json(post(null, hash)).has("data")).isTrue();
        assertThat(json(post(null, hash.toLowerCase(Locale.ROOT))).has("data")).isTrue();
        assertThat(json(caller.post(written(Map.of("documentId", "sha256:" + hash))))
                        .has("data"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ nope } # invalid", "{ __typename # no GraphQL", "mutation { x } # unknown", "{ a a: b }"})
    void aDocumentThatIsRefusedIsNotStored(String document) {
        String hash = sha256(document);

        assertThat(json(post(document, hash)).has("data")).isFalse();
        assertThat(code(post(null, hash))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    /** Last: a cache that is full takes a newcomer only when that has been asked for more often than another. */
    @Order(Integer.MAX_VALUE)
    @Test
    void whatIsStoredIsBoundedByItsWeight() {
        String padding = "#".repeat(900);
        String[] documents = IntStream.range(0, 100)
                .mapToObj(i -> "{ __typename } # " + i + padding)
                .toArray(String[]::new);
        for (String document : documents) {
            assertThat(json(post(document, sha256(document))).has("data")).isTrue();
        }

        long kept = IntStream.range(0, documents.length)
                .filter(i -> json(post(null, sha256(documents[i]))).has("data"))
                .count();

        assertThat(kept).isBetween(1L, 11L);
    }

    @Test
    void aTrustedDocumentIsThereBeforeAnybodySendsIt() {
        assertThat(json(post(null, sha256(Manifests.OF_APOLLO)))
                        .at("/data/__typename")
                        .asText())
                .isEqualTo("Query");
        assertThat(json(caller.post(written(Map.of("documentId", "0a1b2c3d4e5f"))))
                        .at("/data/contacts/nodes"))
                .hasSize(20);
        assertThat(code(post("{ tags { id } }", "0a1b2c3d4e5f"))).isEqualTo("PERSISTED_QUERY_MISMATCH");
        assertThat(json(caller.ask(Manifests.OTHER)).has("data")).isTrue();
    }

    @Test
    void aHashThatIsNoHashIsNotFound() {
        for (String hash : new String[] {"", "x", "../../etc/passwd", "é"}) {
            assertThat(code(post(null, hash))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
            assertThat(code(post("{ __typename }", hash))).isEqualTo("PERSISTED_QUERY_MISMATCH");
        }
    }

    private HttpResponse<String> post(@Nullable String document, String hash) {
        Map<String, Object> body = new HashMap<>(Map.of("extensions", Map.of("persistedQuery", persisted(hash))));
        if (document != null) {
            body.put("query", document);
        }
        return caller.post(written(body));
    }

    private static String extensions(String hash) {
        return written(Map.of("persistedQuery", persisted(hash)));
    }

    private static Map<String, Object> persisted(String hash) {
        return Map.of("version", 1, "sha256Hash", hash);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
