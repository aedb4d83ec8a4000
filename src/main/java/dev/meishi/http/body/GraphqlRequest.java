package dev.meishi.http.body;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, by whatever way it came: the parameters of GraphQL over HTTP, each of its proper type.
 *
 * @param query a document's text; null if a stored document is meant
 * @param documentId id of a stored document, by the specification's appendix on persisted documents
 * @param hash SHA-256 in hexadecimal digits or id of a stored document, by Apollo's protocol
 * @param operationName which operation of the document
 * @param variables by name
 * @param isCostWanted whether the answer's extensions are to have the cost
 * @param isPlanWanted whether they are to say what was taken of LINE WORKS, and how
 */
public record GraphqlRequest(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String hash,
        @Nullable String operationName,
        Map<String, Object> variables,
        boolean isCostWanted,
        boolean isPlanWanted) {

    private static final String WHAT_THERE_IS = " Give query, documentId or extensions.persistedQuery.";

    /**
     * Reads the parameters; ones that are not known are passed over, as the specification demands.
     *
     * @param parameters a JSON object
     * @return something to execute
     * @throws RequestRefused {@code BAD_REQUEST} for a parameter of the wrong type, or if there is nothing to execute
     */
    public static GraphqlRequest from(Map<String, Object> parameters) {
        Map<String, Object> extensions = object(parameters, "extensions");
        String documentId = text(parameters, "documentId");
        String hash = hash(extensions);
        String query = text(parameters, "query");
        // Clients that cannot leave it out send an empty one beside an id.
        boolean isPlaceholder = "".equals(query) && (documentId != null || hash != null);
        GraphqlRequest request = new GraphqlRequest(
                isPlaceholder ? null : query,
                documentId,
                hash,
                text(parameters, "operationName"),
                object(parameters, "variables"),
                Boolean.TRUE.equals(extensions.get("cost")),
                Boolean.TRUE.equals(extensions.get("plan")));
        if (request.query == null && request.documentId == null && request.hash == null) {
            throw RequestRefused.of(ErrorCode.BAD_REQUEST, "The request has nothing to execute." + WHAT_THERE_IS);
        }
        return request;
    }

    private static @Nullable String hash(Map<String, Object> extensions) {
        Map<String, Object> stored = object(extensions, "persistedQuery");
        if (stored.isEmpty()) {
            return null;
        }
        if (!Integer.valueOf(1).equals(stored.get("version"))) {
            throw RequestRefused.of(
                    ErrorCode.BAD_REQUEST, "extensions.persistedQuery.version must be 1, the only one supported.");
        }
        String hash = text(stored, "sha256Hash");
        if (hash == null) {
            throw RequestRefused.of(ErrorCode.BAD_REQUEST, "extensions.persistedQuery has no sha256Hash.");
        }
        return hash;
    }

    private static @Nullable String text(Map<String, Object> object, String name) {
        Object value = object.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrongType(name, "a string", value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> object, String name) {
        Object value = object.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw wrongType(name, "an object", value);
    }

    private static RequestRefused wrongType(String name, String wanted, Object value) {
        return RequestRefused.of(
                ErrorCode.BAD_REQUEST,
                name + " must be " + wanted + " or null, but was " + StrictJson.kind(value) + ".");
    }
}
