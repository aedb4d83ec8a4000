package dev.meishi.sandbox.faults;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each operation was called and what came of it. A call counts when it arrives, its one result when it is over:
 * an HTTP status, the name of the fault that replaced the answer, or {@code abandoned} if the caller left before either.
 */
public final class CallCounts {

    private final Map<Operation, Integer> arrived = new EnumMap<>(Operation.class);
    private final Map<Operation, Map<String, Integer>> results = new EnumMap<>(Operation.class);
    private final Map<String, Integer> rejected = new TreeMap<>();

    /** A call to an operation arrived. */
    public synchronized void arrived(Operation operation) {
        arrived.merge(operation, 1, Integer::sum);
    }

    /** A call is over, with an HTTP status or the name of a fault. */
    public synchronized void answered(Operation operation, String result) {
        over(operation, result);
        if (!result.equals("200") && !result.equals("302")) {
            rejected(result);
        }
    }

    /** The caller left before the answer was sent. */
    public synchronized void abandoned(Operation operation) {
        over(operation, "abandoned");
    }

    /** A call to no operation at all. */
    public synchronized void rejected(String result) {
        rejected.merge(result, 1, Integer::sum);
    }

    /** Forgets every call. */
    public synchronized void reset() {
        arrived.clear();
        results.clear();
        rejected.clear();
    }

    /** Calls by operation, {@code results} by operation and result, {@code rejected} by result over all operations. */
    synchronized JsonObject toJson() {
        JsonObject json = new JsonObject();
        JsonObject byResult = new JsonObject();
        for (Operation operation : Operation.values()) {
            json.put(operation.title(), arrived.getOrDefault(operation, 0));
            byResult.put(operation.title(), counts(results.getOrDefault(operation, Map.of())));
        }
        return json.put("results", byResult).put("rejected", counts(rejected));
    }

    private void over(Operation operation, String result) {
        results.computeIfAbsent(operation, any -> new TreeMap<>()).merge(result, 1, Integer::sum);
    }

    private static JsonObject counts(Map<String, Integer> counts) {
        JsonObject json = new JsonObject();
        counts.forEach(json::put);
        return json;
    }
}
