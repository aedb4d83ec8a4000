package dev.meishi.http;

import dev.meishi.execution.AnswerRoom;
import dev.meishi.execution.Execution;
import dev.meishi.execution.OperationResult;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.body.GraphqlRequest;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonMaps;
import dev.meishi.json.JsonParts;
import dev.meishi.json.Literal;
import dev.meishi.ledger.UsageReport;
import dev.meishi.server.Delivery;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The response of the GraphQL specification (section 7) to an operation, as JSON. */
public final class ResponseBody {

    private static final Literal EXTENSIONS = new Literal(",\"extensions\":{");
    private static final Literal AGE = new Literal("\"cache\":{\"ageSeconds\":");
    private static final Literal STALE = new Literal(",\"stale\":true}");
    private static final Literal FRESH = new Literal(",\"stale\":false}");

    private final JsonBuffer json;
    private final JsonParts.Room room;
    private final Map<String, Object> wanted;
    private final UsageReport.@Nullable Age age;

    private ResponseBody(
            JsonBuffer json, JsonParts.Room room, Map<String, Object> wanted, UsageReport.@Nullable Age age) {
        this.json = json;
        this.room = room;
        this.wanted = wanted;
        this.age = age;
    }

    /**
     * A response with the extensions that the client asks for, and with its age if it has one.
     *
     * @param result of the operation
     * @param execution that it is the result of
     * @param limits of operations
     * @param request of the client
     * @return not yet written as a whole
     * @throws RequestRefused if there is no room for it
     */
    public static ResponseBody of(OperationResult result, Execution execution, Limits limits, GraphqlRequest request) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        if (request.isCostWanted()) {
            wanted.put("cost", cost(execution, limits));
        }
        if (request.isPlanWanted()) {
            wanted.put("plan", UpstreamPlan.of(execution.ledger().summary()));
        }
        JsonBuffer json = result.written();
        if (json == null) {
            json = new JsonBuffer(0, execution.room());
            JsonMaps.write(Objects.requireNonNull(result.unwritten()).toSpecification(), json);
        }
        return new ResponseBody(
                json,
                execution.room(),
                wanted,
                result.isDataPresent() ? execution.ledger().usage().age().orElse(null) : null);
    }

    private static Map<String, Object> cost(Execution execution, Limits limits) {
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("asked", execution.cost());
        cost.put("allowed", limits.allowed(Limit.COST));
        return cost;
    }

    /** How old what was found is; null if all of it is new. */
    UsageReport.@Nullable Age age() {
        return age;
    }

    /** The JSON of what was found, without the extensions; of no use any more once all of it is {@link #written()}. */
    List<ByteBuffer> found() {
        return json.parts();
    }

    /**
     * The JSON of the whole response.
     *
     * @return in UTF-8; to be called once
     */
    public Buffer written() {
        if (!wanted.isEmpty() || age != null) {
            json.back();
            json.raw(EXTENSIONS);
            if (!wanted.isEmpty()) {
                byte[] object = JsonMaps.bytes(wanted);
                json.raw(Arrays.copyOfRange(object, 1, object.length - 1));
            }
            if (age != null) {
                writeAge(age);
            }
            json.raw('}');
            json.raw('}');
        }
        json.trim();
        if (room instanceof AnswerRoom held) {
            held.settle(json.capacity());
        }
        return Delivery.joined(json.parts());
    }

    private void writeAge(UsageReport.Age of) {
        if (!wanted.isEmpty()) {
            json.raw(',');
        }
        json.raw(AGE);
        json.number((int) of.age().toSeconds());
        json.raw(of.isStale() ? STALE : FRESH);
    }

    /** In UTF-8. */
    static Buffer written(Map<String, ?> response) {
        return Buffer.buffer(JsonMaps.bytes(response));
    }
}
