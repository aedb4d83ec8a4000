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
    private volatile Map<Operation, Faults> atStart = Map.of();
    private final CallCounts counts;
    private final Runnable onReset;

    /**
     * Routes to the plans and counts of all operations, which have no faults at the start.
     *
     * @param onReset told after faults were deleted
     */
    public FaultRoutes(Map<Operation, FaultPlan> plans, CallCounts counts, Runnable onReset) {
        this.plans = plans;
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
        router.delete("/sandbox/faults").handler(ControlHandler.answering(call -> told(setAsAtStart())));
        String one = "/sandbox/faults/:operation";
        router.get(one)
                .handler(ControlHandler.answering(call -> plan(call).faults().toJson()));
        router.put(one)
                .handler(body)
                .handler(ControlHandler.answering(call -> set(plan(call), Faults.from(ControlHandler.body(call)))));
        router.delete(one).handler(ControlHandler.answering(call -> told(set(plan(call), atStart(operation(call))))));
    }

    /**
     * Sets the faults that there are at the start, and now.
     *
     * @param faults by operation; those without any have none
     */
    public void startWith(Map<Operation, Faults> faults) {
        atStart = Map.copyOf(faults);
        setAsAtStart();
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

    private Faults atStart(Operation operation) {
        return atStart.getOrDefault(operation, Faults.NONE);
    }

    private JsonObject setAsAtStart() {
        plans.forEach((operation, plan) -> plan.set(atStart(operation)));
        return allFaults();
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
        Operation operation = operation(call);
        FaultPlan plan = plans.get(operation);
        if (plan == null) {
            throw new IllegalArgumentException("No faults are planned for " + operation.title());
        }
        return plan;
    }

    private static Operation operation(RoutingContext call) {
        return Operation.named(Objects.requireNonNullElse(call.pathParam("operation"), ""));
    }
}
