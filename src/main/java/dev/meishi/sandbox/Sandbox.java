package dev.meishi.sandbox;

import dev.meishi.lineworks.Tenant;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The LINE WORKS simulator: builds its data and opens its routes at start, if it is enabled, and does nothing if not. */
@Singleton
public class Sandbox {

    private static final int MOST_CONTACTS = 200_000;
    private static final String CONTACTS = "/r/:apiId/contact/v3/domains/:domainId/shared/contacts";
    private static final String TAGS = "/r/:apiId/contact/v3/domains/:domainId/contact-tags";
    private static final String PRIVATE_CONTACTS = "/migration/:apiId/contact/listPrivateContact/v1";
    private static final String SERVER_TOKEN = "/b/:apiId/server/token";

    private final SandboxConfig config;
    private final Tenant tenant;
    private final Vertx vertx;
    private final Consumer<UpstreamReset> resets;
    private final Clock clock = Clock.systemUTC();

    /** What is known of another LINE WORKS does not change with this one: its quota would be overdrawn. */
    @Inject
    Sandbox(
            SandboxConfig config,
            Tenant tenant,
            Vertx vertx,
            Event<UpstreamReset> resets,
            @ConfigProperty(name = "meishi.upstream.url") Optional<String> upstream) {
        this(config, tenant, vertx, upstream.isEmpty() ? resets::fire : ofAnother -> {});
    }

    Sandbox(SandboxConfig config, Tenant tenant, Vertx vertx, Consumer<UpstreamReset> resets) {
        this.config = config;
        this.tenant = tenant;
        this.vertx = vertx;
        this.resets = resets;
    }

    void register(@Observes Router router) {
        if (!config.enabled()) {
            return;
        }
        if (config.contacts() < 0 || config.contacts() > MOST_CONTACTS) {
            throw new IllegalArgumentException(
                    "meishi.sandbox.contacts must be from 0 to %d, not %d".formatted(MOST_CONTACTS, config.contacts()));
        }
        long start = System.nanoTime();
        Seed seed = new Seed(config.seed());
        List<Tag> tags = Tag.all(seed);
        ContactBook book = new ContactBook(seed, tags, config.contacts(), clock);
        Faults faults = configured("faults", () -> ConfiguredFaults.from(config.faults()));
        Map<Operation, Lane> lanes = lanes(seed, faults);
        Calls calls = new Calls();
        Changes changes = new Changes(book, configured("changes", this::rates));
        operations(router, new Desk(lanes, calls, config.hangTimeout()), seed, tags, book);
        new ControlRoutes(calls, lanes, faults, book, changes, tags, resets).register(router);
        changes.start(vertx);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Log.infof("LINE WORKS simulator: %d contacts of seed %d in %d ms", book.total(), seed.value(), millis);
    }

    private void operations(Router router, Desk desk, Seed seed, List<Tag> tags, ContactBook book) {
        ServerTokens tokens = new ServerTokens(config.tokenLifetime(), clock);
        Door door = new Door(tenant, tokens);
        ContactOperations contacts = new ContactOperations(door, book, tags);
        router.get(CONTACTS).handler(desk.serving(Operation.LIST_CONTACTS, contacts::list));
        router.get(CONTACTS + "/:resourceId").handler(desk.serving(Operation.GET_CONTACT, contacts::get));
        TagOperations tagOperations = new TagOperations(door, tags);
        router.get(TAGS).handler(desk.serving(Operation.LIST_TAGS, tagOperations::list));
        router.get(TAGS + "/:contactTagId").handler(desk.serving(Operation.GET_TAG, tagOperations::get));
        PrivateContactOperations privateContacts = new PrivateContactOperations(door, new PrivateContacts(seed));
        router.post(PRIVATE_CONTACTS)
                .handler(BodyHandler.create(false))
                .handler(desk.serving(Operation.LIST_PRIVATE_CONTACTS, privateContacts::list));
        TokenOperations tokenOperations =
                new TokenOperations(tenant, tokens, config.jwtPublicKey().map(Assertion::publicKey), clock);
        router.post(SERVER_TOKEN)
                .handler(BodyHandler.create(false))
                .handler(desk.serving(Operation.SERVER_TOKEN, tokenOperations::issue));
        List.of("/r/*", "/migration/*", "/b/*")
                .forEach(path -> router.route(path).handler(desk.unknown()));
    }

    private Map<Operation, Lane> lanes(Seed seed, Faults faults) {
        Map<Operation, Lane> lanes = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            lanes.put(operation, new Lane(seed, operation, faults, clock));
        }
        return lanes;
    }

    /** Says in which part of the configuration a wrong value stands. */
    private static <T> T configured(String part, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("meishi.sandbox." + part + ": " + wrong.getMessage(), wrong);
        }
    }

    private Changes.Rates rates() {
        SandboxConfig.ChangeRates rates = config.changes();
        return Changes.Rates.from(new JsonObject()
                .put("insertsPerSecond", rates.insertsPerSecond())
                .put("updatesPerSecond", rates.updatesPerSecond())
                .put("deletesPerSecond", rates.deletesPerSecond()));
    }
}
