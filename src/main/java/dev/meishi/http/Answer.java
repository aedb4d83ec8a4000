package dev.meishi.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meishi.execution.Execution;
import dev.meishi.execution.Outcome;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.json.JsonBuffer;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The response of the GraphQL specification (section 7) to an operation, and its JSON.
 *
 * @param outcome its data and errors
 * @param extensions what is said of how it was found, which may be another thing each time
 */
@SuppressWarnings("deprecation") // Vert.x has no other way to take bytes over without copying them.
record Answer(Outcome outcome, Map<String, Object> extensions) {

    /** With its surrogates as escapes: one that is half of nothing would take the next character with it. */
    private static final JsonMapper JSON = new JsonMapper();

    /** With what the caller wants to know of it, and with its age if it has one. */
    static Answer of(Outcome outcome, Execution execution, Limits limits, GraphqlRequest request) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (request.isCostWanted()) {
            extensions.put("cost", cost(execution, limits));
        }
        if (request.isPlanWanted()) {
            extensions.put("plan", UpstreamPlan.of(execution.ledger().summary()));
        }
        if (outcome.isDataPresent()) {
            execution.ledger().age().ifPresent(age -> {
                Map<String, Object> cache = new LinkedHashMap<>();
                cache.put("ageSeconds", age.age().toSeconds());
                cache.put("stale", age.isStale());
                extensions.put("cache", cache);
            });
        }
        return new Answer(outcome, extensions);
    }

    private static Map<String, Object> cost(Execution execution, Limits limits) {
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("asked", execution.cost());
        cost.put("allowed", limits.allowed(Limit.COST));
        return cost;
    }

    /** The JSON of what was found, without the extensions. */
    Buffer found() {
        JsonBuffer written = outcome.written();
        if (written != null) {
            return Buffer.buffer(Unpooled.wrappedBuffer(written.array(), 0, written.length()));
        }
        return written(Objects.requireNonNull(outcome.result()).toSpecification());
    }

    /** The JSON of all of it. */
    Buffer written() {
        return written(found());
    }

    /**
     * The JSON of all of it.
     *
     * @param found what {@link #found()} gave
     */
    Buffer written(Buffer found) {
        if (extensions.isEmpty()) {
            return found;
        }
        Buffer more = Buffer.buffer(",\"extensions\":")
                .appendBuffer(written(extensions))
                .appendByte((byte) '}');
        return Buffer.buffer(
                Unpooled.wrappedBuffer(found.slice(0, found.length() - 1).getByteBuf(), more.getByteBuf()));
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
