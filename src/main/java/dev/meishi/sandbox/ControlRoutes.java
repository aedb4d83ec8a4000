package dev.meishi.sandbox;

import dev.meishi.reset.UpstreamReset;
import dev.meishi.sandbox.api.Refusal;
import dev.meishi.sandbox.api.v1.ListQuery;
import dev.meishi.sandbox.api.v1.Parameters;
import dev.meishi.sandbox.data.Changes;
import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.ContactStore;
import dev.meishi.sandbox.data.TenantData;
import dev.meishi.sandbox.faults.ControlHandler;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /sandbox/contacts} and {@code /sandbox/changes}: what a test or a person uses to see and to change the data. */
final class ControlRoutes {

    private final TenantData data;
    private final ContactStore contacts;
    private final Changes changes;
    private final Consumer<UpstreamReset> resets;

    ControlRoutes(TenantData data, Changes changes, Consumer<UpstreamReset> resets) {
        this.data = data;
        this.contacts = data.contacts();
        this.changes = changes;
        this.resets = resets;
    }

    void register(Router router) {
        BodyHandler body = BodyHandler.create(false);
        router.get("/sandbox/changes")
                .handler(ControlHandler.answering(call -> changes.rates().toJson()));
        router.put("/sandbox/changes").handler(body).handler(ControlHandler.answering(this::setRates));
        router.post("/sandbox/changes").handler(body).handler(ControlHandler.answering(this::change));
        router.get("/sandbox/contacts").handler(refusing(ControlHandler.answering(this::contacts)));
        router.post("/sandbox/contacts").handler(body).handler(resetting(UpstreamReset.CONTENT, this::add));
        router.delete("/sandbox/contacts").blockingHandler(resetting(UpstreamReset.ALL, call -> resetContacts()));
        String contact = "/sandbox/contacts/:resourceId";
        router.get(contact).handler(ControlHandler.answering(this::contact));
        router.patch(contact).handler(body).handler(resetting(UpstreamReset.CONTENT, this::patch));
        router.put(contact).handler(body).handler(resetting(UpstreamReset.CONTENT, this::put));
        router.delete(contact).handler(resetting(UpstreamReset.CONTENT, this::remove));
    }

    private JsonObject resetContacts() {
        contacts.reset();
        return new JsonObject().put("total", contacts.total());
    }

    private Handler<RoutingContext> resetting(UpstreamReset reset, Function<RoutingContext, JsonObject> work) {
        return ControlHandler.answering(call -> {
            JsonObject answer = work.apply(call);
            resets.accept(reset);
            return answer;
        });
    }

    /** Filters are refused with the answers of the contact service. */
    private static Handler<RoutingContext> refusing(Handler<RoutingContext> handler) {
        return call -> {
            try {
                handler.handle(call);
            } catch (Refusal refusal) {
                ControlHandler.send(
                        call, refusal.answer().status(), refusal.answer().body());
            }
        };
    }

    private JsonObject setRates(RoutingContext call) {
        changes.set(ChangeSwitches.rates(ControlHandler.body(call)));
        return changes.rates().toJson();
    }

    private JsonObject change(RoutingContext call) {
        return contacts.change(ChangeSwitches.size(ControlHandler.body(call))).toJson();
    }

    private JsonObject contacts(RoutingContext call) {
        Parameters parameters = new Parameters(call.queryParams());
        ListQuery everything = ListQuery.unlimited(parameters, data.tags());
        List<ContactEntry> found = contacts.page(everything.contacts()).entries();
        JsonObject json = new JsonObject()
                .put("resourceIds", column(found, ContactEntry::resourceId))
                .put("total", found.size());
        return parameters.flag("keys").orElse(false) ? withKeys(json, found) : json;
    }

    /** What the contacts are sorted by, in lists that go along with the ids; times in epoch seconds. */
    private static JsonObject withKeys(JsonObject json, List<ContactEntry> found) {
        return json.put("creationTimes", column(found, ContactEntry::created))
                .put("modificationTimes", column(found, ContactEntry::modified))
                .put("sortNames", column(found, ContactEntry::sortName));
    }

    private static JsonArray column(List<ContactEntry> entries, Function<ContactEntry, Object> value) {
        return new JsonArray(entries.stream().map(value).toList());
    }

    private JsonObject contact(RoutingContext call) {
        String id = id(call);
        return contacts.find(id).orElseThrow(() -> missing(id));
    }

    private JsonObject put(RoutingContext call) {
        return add(ControlHandler.body(call).put("resourceId", id(call)));
    }

    private JsonObject patch(RoutingContext call) {
        String id = id(call);
        return contacts.patch(id, ControlHandler.body(call)).orElseThrow(() -> missing(id));
    }

    private static String id(RoutingContext call) {
        return Parameters.inPath(call, "resourceId");
    }

    private static NoSuchElementException missing(String id) {
        return new NoSuchElementException("No contact has the resourceId " + id);
    }

    private JsonObject add(RoutingContext call) {
        return add(ControlHandler.body(call));
    }

    private JsonObject add(JsonObject contact) {
        if (!(contact.getValue("resourceId") instanceof String id) || id.isBlank()) {
            throw new IllegalArgumentException("resourceId must be a text, found " + contact.getValue("resourceId")
                    + "; GET /sandbox/contacts/{resourceId} shows what a contact has");
        }
        contacts.add(contact);
        return new JsonObject().put("resourceId", id).put("total", contacts.total());
    }

    private JsonObject remove(RoutingContext call) {
        String id = id(call);
        return new JsonObject().put("removed", contacts.remove(id)).put("total", contacts.total());
    }
}
