package dev.meishi.sandbox;

import dev.meishi.lineworks.Tenant;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.sandbox.api.CallHandler;
import dev.meishi.sandbox.api.v1.ContactApi;
import dev.meishi.sandbox.api.v1.FirstDialect;
import dev.meishi.sandbox.api.v1.ServerTokens;
import dev.meishi.sandbox.api.v2.SandboxAccount;
import dev.meishi.sandbox.api.v2.SecondApi;
import dev.meishi.sandbox.data.Changes;
import dev.meishi.sandbox.data.Seed;
import dev.meishi.sandbox.data.StartData;
import dev.meishi.sandbox.data.TenantData;
import dev.meishi.sandbox.faults.CallCounts;
import dev.meishi.sandbox.faults.ControlHandler;
import dev.meishi.sandbox.faults.FaultPlan;
import dev.meishi.sandbox.faults.FaultRoutes;
import dev.meishi.sandbox.faults.Faults;
import dev.meishi.sandbox.faults.Operation;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The LINE WORKS simulator: builds its data and opens its routes at start, if it is enabled, and does nothing if not. */
@Singleton
public class Sandbox {

    private final SandboxConfig config;
    private final Tenant tenant;
    private final Vertx vertx;
    private final SandboxAccount account;
    private final Consumer<UpstreamReset> resets;
    private final Clock clock = Clock.systemUTC();

    /** Whether the gateway of this process is going to sign with the account's key. */
    private final boolean isKeyNeeded;

    /** What is known of another LINE WORKS does not change with this one: its quota would be overdrawn. */
    @Inject
    Sandbox(
            SandboxConfig config,
            Tenant tenant,
            Vertx vertx,
            SandboxAccount account,
            Event<UpstreamReset> resets,
            @ConfigProperty(name = "meishi.upstream.url") Optional<String> upstream,
            @ConfigProperty(name = "meishi.upstream.api") Optional<String> api) {
        this(
                config,
                tenant,
                vertx,
                account,
                upstream.isEmpty() ? resets::fire : ofAnother -> {},
                upstream.isEmpty() && api.filter(SecondApi.NUMBER::equals).isPresent());
    }

    Sandbox(
            SandboxConfig config,
            Tenant tenant,
            Vertx vertx,
            SandboxAccount account,
            Consumer<UpstreamReset> resets,
            boolean isKeyNeeded) {
        this.isKeyNeeded = isKeyNeeded;
        this.config = config;
        this.tenant = tenant;
        this.vertx = vertx;
        this.account = account;
        this.resets = resets;
    }

    void register(@Observes Router router) {
        if (!config.enabled()) {
            return;
        }
        if (isKeyNeeded) {
            // Takes as long as a good part of the start, beside which it is generated.
            vertx.executeBlocking(account::privateKey, false)
                    .onFailure(thrown -> Log.error("The simulator's account has no key", thrown));
        }
        long start = System.nanoTime();
        Seed seed = new Seed(config.seed());
        Scenario scenario = Scenario.named(config.scenario());
        TenantData data = TenantData.of(
                seed,
                new StartData(scenario.contents(), config.contacts(), end()),
                config.clock().map(time -> Clock.fixed(time, ZoneOffset.UTC)).orElse(clock));
        Map<Operation, Faults> faults = ConfiguredFaults.byOperation(config.faults());
        Map<Operation, FaultPlan> plans = plans(seed);
        CallCounts counts = new CallCounts();
        Changes changes = new Changes(data.contacts(), ChangeSwitches.configured(config.changes()));
        ServerTokens tokens = new ServerTokens(config.tokenLifetime(), config.jwtPublicKey(), clock);
        CallHandler handler = new CallHandler(plans, counts, config.hangTimeout(), new FirstDialect());
        new ContactApi(handler, tenant, data, tokens).register(router);
        SecondApi second = new SecondApi(account, data, seed.value(), config.tokenLifetime(), clock);
        second.register(router, handler);
        FaultRoutes faultRoutes = new FaultRoutes(plans, counts, () -> resets.accept(UpstreamReset.ALL));
        control(router, faultRoutes, data, changes);
        new ResetRoutes(scenario, faults, faultRoutes, data.contacts(), changes, second, resets).register(router);
        changes.start(vertx);
        long millis = (System.nanoTime() - start) / 1_000_000;
        int total = data.contacts().total();
        Log.infof("LINE WORKS simulator: %d contacts of seed %d in %d ms", total, seed.value(), millis);
    }

    /** {@code /sandbox}: what a test or a person uses to look at the simulator and to make it misbehave. */
    private void control(Router router, FaultRoutes faults, TenantData data, Changes changes) {
        router.post("/sandbox/*").handler(ControlHandler::requireJson);
        router.put("/sandbox/*").handler(ControlHandler::requireJson);
        router.patch("/sandbox/*").handler(ControlHandler::requireJson);
        faults.register(router);
        new ControlRoutes(data, changes, resets).register(router);
    }

    /** The newest contacts are of the hour of the start unless a setting says otherwise. */
    private Instant end() {
        Instant earliest = StartData.EARLIEST_END;
        Instant hour = config.clock().orElseGet(clock::instant).truncatedTo(ChronoUnit.HOURS);
        return config.dataUntil().orElse(hour.isBefore(earliest) ? earliest : hour);
    }

    private Map<Operation, FaultPlan> plans(Seed seed) {
        Map<Operation, FaultPlan> plans = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            int topic = operation.title().hashCode();
            plans.put(operation, new FaultPlan(Faults.NONE, () -> seed.random("faults", topic, 0)::fraction, clock));
        }
        return plans;
    }
}
