package dev.meishi.sandbox.faults;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Objects;

/** {@code /sandbox/faults} and {@code /sandbox/calls}: how operations misbehave and how often each was called. */
public final class FaultRoutes {

    private final Map<Operation, FaultPlan> plans;
    private final Faults configured;
    private final CallCounts counts;
    private final Runnable onReset;

    /**
     * Routes to the plans and counts of all operations.
     *
     * @param configured the faults after a reset
     * @param onReset told after faults were deleted
     */
    public FaultRoutes(Map<Operation, FaultPlan> plans, Faults configured, CallCounts counts, Runnable onReset) {
        this.plans = plans;
        this.configured = configured;
        this.counts = counts;
        this.onReset = onReset;
    }

    /** Opens the routes. */
    public void register(Router router) {
        router.get("/sandbox/calls").handler(ControlHandler.answering(call -> counts.toJson()));
        router.delete("/sandbox/calls").handler(ControlHandler.answering(call -> {
            counts.reset();
            return counts.toJson();
        }));
        BodyHandler body = BodyHandler.create(false);
        router.get("/sandbox/faults").handler(ControlHandler.answering(call -> allFaults()));
        router.put("/sandbox/faults")
                .handler(body)
                .handler(ControlHandler.answering(call -> setAll(Faults.from(ControlHandler.body(call)))));
        router.delete("/sandbox/faults").handler(ControlHandler.answering(call -> told(setAll(configured))));
        String one = "/sandbox/faults/:operation";
        router.get(one)
                .handler(ControlHandler.answering(call -> plan(call).faults().toJson()));
        router.put(one)
                .handler(body)
                .handler(ControlHandler.answering(call -> set(plan(call), Faults.from(ControlHandler.body(call)))));
        router.delete(one).handler(ControlHandler.answering(call -> told(set(plan(call), configured))));
    }

    /** Sets the configured faults again. */
    public void resetFaults() {
        setAll(configured);
    }

    /** Forgets every call. */
    public void resetCalls() {
        counts.reset();
    }

    private JsonObject told(JsonObject answer) {
        onReset.run();
        return answer;
    }

    private JsonObject allFaults() {
        JsonObject json = new JsonObject();
        plans.forEach(
                (operation, plan) -> json.put(operation.title(), plan.faults().toJson()));
        return json;
    }

    private JsonObject setAll(Faults faults) {
        plans.values().forEach(plan -> plan.set(faults));
        return allFaults();
    }

    private static JsonObject set(FaultPlan plan, Faults faults) {
        plan.set(faults);
        return faults.toJson();
    }

    private FaultPlan plan(RoutingContext call) {
        FaultPlan plan = Operation.named(Objects.requireNonNullElse(call.pathParam("operation"), ""))
                .map(plans::get)
                .orElse(null);
        if (plan == null) {
            throw new IllegalArgumentException("Unknown operation; allowed are " + Operation.titles());
        }
        return plan;
    }
}
