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
import java.util.Objects;

/** The response of the GraphQL specification (section 7) to an operation, and its JSON. */
final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .build();

    private Answer() {}

    /** With what the operation was estimated to cost, if that is wanted. */
    static Map<String, Object> of(ExecutionResult result, Execution execution, Limits limits, boolean isCostWanted) {
        Map<String, Object> response = result.toSpecification();
        if (!isCostWanted) {
            return response;
        }
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("asked", execution.cost());
        cost.put("allowed", limits.allowed(Limit.COST));
        Map<Object, Object> extensions =
                new LinkedHashMap<>(Objects.requireNonNullElse(result.getExtensions(), Map.of()));
        extensions.put("cost", cost);
        Map<String, Object> extended = new LinkedHashMap<>(response);
        extended.put("extensions", extensions);
        return extended;
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
