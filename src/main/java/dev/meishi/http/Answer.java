package dev.meishi.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meishi.execution.AnswerRoom;
import dev.meishi.execution.Execution;
import dev.meishi.execution.Outcome;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonParts;
import dev.meishi.json.Literal;
import dev.meishi.ledger.UsageReport;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The response of the GraphQL specification (section 7) to an operation, as JSON. */
@SuppressWarnings("deprecation") // Vert.x has no other way to take bytes over without copying them.
final class Answer {

    /** With its surrogates as escapes: one that is half of nothing would take the next character with it. */
    private static final JsonMapper JSON = new JsonMapper();

    private static final Literal EXTENSIONS = new Literal(",\"extensions\":{");
    private static final Literal AGE = new Literal("\"cache\":{\"ageSeconds\":");
    private static final Literal STALE = new Literal(",\"stale\":true}");
    private static final Literal FRESH = new Literal(",\"stale\":false}");

    private final JsonBuffer json;
    private final JsonParts.Room room;
    private final Map<String, Object> wanted;
    private final UsageReport.@Nullable Age age;

    private Answer(JsonBuffer json, JsonParts.Room room, Map<String, Object> wanted, UsageReport.@Nullable Age age) {
        this.json = json;
        this.room = room;
        this.wanted = wanted;
        this.age = age;
    }

    /**
     * With what the caller wants to know of it, and with its age if it has one.
     *
     * @throws RequestRefused if there is no room for it
     */
    static Answer of(Outcome outcome, Execution execution, Limits limits, GraphqlRequest request) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        if (request.isCostWanted()) {
            wanted.put("cost", cost(execution, limits));
        }
        if (request.isPlanWanted()) {
            wanted.put("plan", UpstreamPlan.of(execution.ledger().summary()));
        }
        JsonBuffer json = outcome.written();
        if (json == null) {
            json = new JsonBuffer(0, execution.room());
            write(Objects.requireNonNull(outcome.result()).toSpecification(), json);
        }
        return new Answer(
                json,
                execution.room(),
                wanted,
                outcome.isDataPresent() ? execution.ledger().usage().age().orElse(null) : null);
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

    /** The JSON of all of it. */
    Buffer written() {
        if (!wanted.isEmpty() || age != null) {
            json.back();
            json.raw(EXTENSIONS);
            if (!wanted.isEmpty()) {
                byte[] object = bytes(wanted);
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
        return Buffer.buffer(Unpooled.wrappedBuffer(json.parts().toArray(ByteBuffer[]::new)));
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
        return Buffer.buffer(bytes(response));
    }

    private static void write(Map<String, ?> object, JsonBuffer json) {
        try {
            JSON.writeValue(new Into(json), object);
        } catch (IOException wrapped) {
            throw wrapped.getCause() instanceof RequestRefused refused ? refused : new IllegalStateException(wrapped);
        }
    }

    /** What Jackson writes in pieces. */
    private static final class Into extends OutputStream {

        private final JsonBuffer json;

        Into(JsonBuffer json) {
            this.json = json;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int size) {
            json.raw(octets, from, size);
        }
    }

    private static byte[] bytes(Map<String, ?> object) {
        try {
            return JSON.writeValueAsBytes(object);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
