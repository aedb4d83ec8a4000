package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.CallHandler;
import dev.meishi.sandbox.data.TenantData;
import dev.meishi.sandbox.faults.ControlHandler;
import dev.meishi.sandbox.faults.Operation;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;

/** API 2.0 below {@code /sandbox/2.0}, with the vendor's paths and the simulator's own switches. */
public final class SecondApi {

    /** What the setting of the gateway calls it. */
    public static final String NUMBER = "2.0";

    private static final String ROOT = "/sandbox/2.0";
    private static final String API = ROOT + "/v1.0";
    private static final String TOKEN = ROOT + "/oauth2/v2.0/token";
    private static final String READINGS = ROOT + "/readings";

    private final SandboxAccount account;
    private final TenantData data;
    private final CurrentReadings readings = new CurrentReadings();
    private final AccessTokens tokens;
    private final Cursors cursors;
    private final TokenOperations issuing;

    /**
     * The operations of one tenant.
     *
     * @param seed what keys of tokens and cursors follow from
     * @param tokenLifetime of access tokens, unless a reading says another
     */
    public SecondApi(SandboxAccount account, TenantData data, long seed, Duration tokenLifetime, Clock clock) {
        this.account = account;
        this.data = data;
        tokens = new AccessTokens(seed, clock);
        cursors = new Cursors(seed, clock);
        issuing = new TokenOperations(account, tokens, readings, tokenLifetime, clock);
    }

    /** Opens the routes; every other URL below {@code /sandbox/2.0} is answered as unknown. */
    public void register(Router router, CallHandler calls) {
        CallHandler handler = calls.speaking(new SecondDialect(readings));
        AccessCheck access = new AccessCheck(tokens);
        contacts(router, handler, access);
        directory(router, handler, access);
        router.post(TOKEN)
                .handler(BodyHandler.create(false))
                .handler(calls.speaking(new OAuthDialect()).serving(Operation.ACCESS_TOKEN, issuing::issue));
        router.get(PhotoStorage.ROUTE).handler(new PhotoStorage(readings)::serve);
        control(router);
        router.route(ROOT + "/*").handler(handler.unknown());
    }

    /** Reads what is not known as it was read at the start. */
    public void reset() {
        readings.set(Readings.DEFAULT);
    }

    private void contacts(Router router, CallHandler handler, AccessCheck access) {
        ContactLists lists = new ContactLists(access, data, cursors, readings);
        ContactOperations contacts = new ContactOperations(access, data, readings, domainId());
        TagOperations tags = new TagOperations(access, data, cursors, readings);
        router.get(API + "/contacts").handler(handler.serving(Operation.LIST_CONTACTS, lists::all));
        router.get(API + "/users/:userId/contacts")
                .handler(handler.serving(Operation.LIST_MEMBER_CONTACTS, lists::ofMember));
        router.get(API + "/contacts/custom-properties")
                .handler(handler.serving(Operation.LIST_CUSTOM_PROPERTIES, contacts::properties));
        router.get(API + "/contacts/:contactId").handler(handler.serving(Operation.GET_CONTACT, contacts::get));
        router.get(API + "/contacts/:contactId/photo").handler(handler.serving(Operation.GET_PHOTO, contacts::photo));
        router.get(API + "/contact-tags").handler(handler.serving(Operation.LIST_TAGS, tags::all));
        router.get(API + "/contact-tags/:contactTagId").handler(handler.serving(Operation.GET_TAG, tags::get));
        router.get(API + "/users/:userId/contact-tags")
                .handler(handler.serving(Operation.LIST_MEMBER_TAGS, tags::ofMember));
    }

    private void directory(Router router, CallHandler handler, AccessCheck access) {
        MemberOperations members = new MemberOperations(access, data.people(), cursors, readings, domainId());
        router.get(API + "/users").handler(handler.serving(Operation.LIST_MEMBERS, members::list));
        router.get(API + "/users/external-keys").handler(handler.serving(Operation.LIST_MEMBER_KEYS, members::keys));
        router.get(API + "/users/:userId").handler(handler.serving(Operation.GET_MEMBER, members::get));
        router.get(API + "/groups/external-keys")
                .handler(handler.serving(Operation.LIST_GROUP_KEYS, members::groupKeys));
        router.get(API + "/orgunits").handler(handler.serving(Operation.LIST_ORG_UNITS, members::orgUnits));
    }

    /** What a test, a person or another process uses to learn of the account and to change readings. */
    private void control(Router router) {
        router.get(ROOT + "/account").blockingHandler(ControlHandler.answering(this::account));
        router.delete(ROOT + "/tokens").handler(ControlHandler.answering(call -> {
            tokens.revokeAll();
            return new JsonObject();
        }));
        router.get(READINGS)
                .handler(ControlHandler.answering(call -> readings.get().toJson()));
        router.put(ROOT + "/*").handler(ControlHandler::requireJson);
        router.put(READINGS)
                .handler(BodyHandler.create(false))
                .handler(ControlHandler.answering(call -> set(Readings.from(ControlHandler.body(call)))));
        router.delete(READINGS).handler(ControlHandler.answering(call -> set(Readings.DEFAULT)));
    }

    private JsonObject set(Readings changed) {
        readings.set(changed);
        return changed.toJson();
    }

    private JsonObject account(RoutingContext call) {
        String origin = call.request().scheme() + "://" + call.request().authority();
        return new JsonObject()
                .put("url", origin + API)
                .put("tokenUrl", origin + TOKEN)
                .put("clientId", account.clientId())
                .put("clientSecret", account.clientSecret().value())
                .put("serviceAccount", account.serviceAccount())
                .put("domainId", account.domainId())
                .put("privateKey", account.privateKey().value());
    }

    /** A number in API 2.0; the domain of a tenant that is configured as another text is 1. */
    private int domainId() {
        return account.domainId().matches("\\d{1,9}") ? Integer.parseInt(account.domainId()) : 1;
    }
}
