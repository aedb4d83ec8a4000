package dev.meishi.sandbox;

import dev.meishi.sandbox.faults.Faults;
import dev.meishi.sandbox.faults.Operation;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the faults of {@code application.properties} under the rules of the run-time switches. */
final class ConfiguredFaults {

    private ConfiguredFaults() {}

    /** By operation: its own, or else those for all. */
    static Map<Operation, Faults> byOperation(SandboxConfig.StartFaults config) {
        Map<Operation, Faults> faults = new EnumMap<>(Operation.class);
        Faults ofAll = from(config);
        for (Operation operation : Operation.values()) {
            faults.put(operation, ofAll);
        }
        config.operations().forEach((name, switches) -> faults.put(Operation.named(name), from(switches)));
        return faults;
    }

    static Faults from(SandboxConfig.FaultSwitches switches) {
        JsonObject errors = new JsonObject();
        switches.errors().forEach((status, rate) -> errors.put(String.valueOf(status), rate));
        JsonObject json = new JsonObject().put("errors", errors);
        switches.latency().ifPresent(latency -> json.put("latency", latency.toMillis()));
        switches.errorShape().ifPresent(shape -> json.put("errorShape", shape));
        switches.rateLimitPerMinute().ifPresent(limit -> json.put("rateLimitPerMinute", limit));
        putRate(json, "hang", switches.hang());
        putRate(json, "cut", switches.cut());
        putRate(json, "malformed", switches.malformed());
        putRate(json, "wrongContentType", switches.wrongContentType());
        putRate(json, "truncatedPage", switches.truncatedPage());
        switches.errorCode().ifPresent(code -> json.put("errorCode", code));
        json.put("worksAtAsObject", switches.worksAtAsObject());
        json.put("repeatNextPage", switches.repeatNextPage());
        return Faults.from(json);
    }

    private static void putRate(JsonObject json, String name, OptionalDouble rate) {
        rate.ifPresent(value -> json.put(name, value));
    }
}
