package dev.meishi.sandbox;

import dev.meishi.reset.UpstreamReset;
import dev.meishi.sandbox.api.v2.SecondApi;
import dev.meishi.sandbox.data.Changes;
import dev.meishi.sandbox.data.ContactStore;
import dev.meishi.sandbox.faults.ControlHandler;
import dev.meishi.sandbox.faults.FaultRoutes;
import dev.meishi.sandbox.faults.Faults;
import dev.meishi.sandbox.faults.Operation;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.function.Consumer;

/** {@code /sandbox/reset}, {@code /sandbox/scenarios} and {@code /sandbox/cache}: what brings simulator and gateway into a known state. */
final class ResetRoutes {

    private final Scenario configured;
    private final Map<Operation, Faults> configuredFaults;
    private final FaultRoutes faults;
    private final ContactStore contacts;
    private final Changes changes;
    private final Changes.Rates configuredRates;
    private final SecondApi second;
    private final Consumer<UpstreamReset> resets;
    private volatile Scenario current;

    /**
     * Routes over all that can be changed, the faults of the start being set.
     *
     * @param configured the scenario of the start
     * @param configuredFaults the faults of the settings
     */
    ResetRoutes(
            Scenario configured,
            Map<Operation, Faults> configuredFaults,
            FaultRoutes faults,
            ContactStore contacts,
            Changes changes,
            SecondApi second,
            Consumer<UpstreamReset> resets) {
        this.configured = configured;
        this.configuredFaults = configuredFaults;
        this.faults = faults;
        this.contacts = contacts;
        this.changes = changes;
        this.configuredRates = changes.rates();
        this.second = second;
        this.resets = resets;
        current = configured;
        faults.startWith(configured.faults(configuredFaults));
    }

    void register(Router router) {
        router.get("/sandbox/scenarios")
                .handler(ControlHandler.answering(call ->
                        new JsonObject().put("scenario", current.title()).put("scenarios", Scenario.all())));
        router.post("/sandbox/reset")
                .handler(BodyHandler.create(false))
                .blockingHandler(ControlHandler.answering(this::reset));
        router.delete("/sandbox/cache").handler(ControlHandler.answering(call -> {
            resets.accept(UpstreamReset.ALL);
            return new JsonObject();
        }));
    }

    /** The gateway is told last, so that it has nothing of what was before. */
    private synchronized JsonObject reset(RoutingContext call) {
        Scenario scenario = scenario(call);
        current = scenario;
        changes.set(configuredRates);
        contacts.reset(scenario.contents());
        faults.startWith(scenario.faults(configuredFaults));
        second.reset();
        faults.resetCalls();
        resets.accept(UpstreamReset.ALL);
        return new JsonObject().put("scenario", scenario.title()).put("total", contacts.total());
    }

    private Scenario scenario(RoutingContext call) {
        if (call.body().length() <= 0) {
            return configured;
        }
        JsonObject body = ControlHandler.body(call);
        for (String name : body.fieldNames()) {
            if (!name.equals("scenario")) {
                throw new IllegalArgumentException("Unknown switch " + name + "; allowed is scenario");
            }
        }
        Object title = body.getValue("scenario");
        return title == null ? configured : Scenario.named(title);
    }
}
