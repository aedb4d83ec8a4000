package dev.meishi.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meishi.graphql.Execution;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import graphql.ExecutionResult;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The response of the GraphQL specification (section 7) to an operation, and its JSON.
 *
 * @param found its data and errors
 * @param extensions what is said of how it was found, which may be another thing each time
 */
record Answer(Map<String, Object> found, Map<String, Object> extensions) {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .build();

    /** With what the caller wants to know of it, and with its age if it has one. */
    static Answer of(ExecutionResult result, Execution execution, Limits limits, GraphqlRequest request) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (request.isCostWanted()) {
            extensions.put("cost", cost(execution, limits));
        }
        if (request.isPlanWanted()) {
            extensions.put("plan", UpstreamPlan.of(execution.ledger().summary()));
        }
        if (result.isDataPresent()) {
            execution.ledger().age().ifPresent(age -> {
                Map<String, Object> cache = new LinkedHashMap<>();
                cache.put("ageSeconds", age.age().toSeconds());
                cache.put("stale", age.isStale());
                extensions.put("cache", cache);
            });
        }
        return new Answer(result.toSpecification(), extensions);
    }

    private static Map<String, Object> cost(Execution execution, Limits limits) {
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("asked", execution.cost());
        cost.put("allowed", limits.allowed(Limit.COST));
        return cost;
    }

    /** All of it, for a message that it is a part of. */
    Map<String, Object> whole() {
        if (extensions.isEmpty()) {
            return found;
        }
        Map<String, Object> whole = new LinkedHashMap<>(found);
        whole.put("extensions", extensions);
        return whole;
    }

    /**
     * The JSON of all of it.
     *
     * @param writtenFound the JSON of what was found: it need not be written twice to be told apart from the extensions
     */
    Buffer written(Buffer writtenFound) {
        if (extensions.isEmpty()) {
            return writtenFound;
        }
        Buffer more = written(extensions);
        return Buffer.buffer(writtenFound.length() + more.length() + 16)
                .appendBuffer(writtenFound, 0, writtenFound.length() - 1)
                .appendString(",\"extensions\":")
                .appendBuffer(more)
                .appendString("}");
    }

    /** In UTF-8. */
    static Buffer written(Map<String, ?> response) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(response));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
