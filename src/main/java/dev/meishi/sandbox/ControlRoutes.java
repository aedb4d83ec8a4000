package dev.meishi.sandbox;

import dev.meishi.reset.UpstreamReset;
import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /sandbox}: what a test or a person uses to look at the simulator and to make it misbehave. */
final class ControlRoutes {

    private static final int MOST_CHANGES = 10_000;

    private final Calls calls;
    private final Map<Operation, Lane> lanes;
    private final Faults configured;
    private final ContactBook book;
    private final Changes changes;
    private final Changes.Rates configuredRates;
    private final List<Tag> tags;
    private final Consumer<UpstreamReset> resets;

    ControlRoutes(
            Calls calls,
            Map<Operation, Lane> lanes,
            Faults configured,
            ContactBook book,
            Changes changes,
            List<Tag> tags,
            Consumer<UpstreamReset> resets) {
        this.calls = calls;
        this.lanes = lanes;
        this.configured = configured;
        this.book = book;
        this.changes = changes;
        this.configuredRates = changes.rates();
        this.tags = tags;
        this.resets = resets;
    }

    void register(Router router) {
        BodyHandler body = BodyHandler.create(false);
        router.post("/sandbox/*").handler(ControlRoutes::requireJson);
        router.put("/sandbox/*").handler(ControlRoutes::requireJson);
        router.get("/sandbox/calls").handler(answering(call -> calls.toJson()));
        router.delete("/sandbox/calls").handler(answering(call -> {
            calls.reset();
            return calls.toJson();
        }));
        router.get("/sandbox/faults").handler(answering(call -> allFaults()));
        router.put("/sandbox/faults").handler(body).handler(answering(call -> setAll(Faults.from(object(call)))));
        router.delete("/sandbox/faults").handler(resetting(UpstreamReset.ALL, call -> setAll(configured)));
        String one = "/sandbox/faults/:operation";
        router.get(one).handler(answering(call -> lane(call).faults().toJson()));
        router.put(one).handler(body).handler(answering(call -> set(lane(call), Faults.from(object(call)))));
        router.delete(one).handler(resetting(UpstreamReset.ALL, call -> set(lane(call), configured)));
        router.get("/sandbox/changes").handler(answering(call -> changes.rates().toJson()));
        router.put("/sandbox/changes").handler(body).handler(answering(this::setRates));
        router.post("/sandbox/changes").handler(body).handler(answering(this::change));
        router.get("/sandbox/contacts").handler(answering(this::contacts));
        router.post("/sandbox/contacts").handler(body).handler(resetting(UpstreamReset.CONTENT, this::add));
        router.delete("/sandbox/contacts").blockingHandler(resetting(UpstreamReset.ALL, call -> resetContacts()));
        String contact = "/sandbox/contacts/:resourceId";
        router.put(contact).handler(body).handler(resetting(UpstreamReset.CONTENT, this::put));
        router.delete(contact).handler(resetting(UpstreamReset.CONTENT, this::remove));
        router.post("/sandbox/reset").blockingHandler(resetting(UpstreamReset.ALL, call -> resetAll()));
    }

    private Handler<RoutingContext> resetting(UpstreamReset reset, Function<RoutingContext, JsonObject> work) {
        return answering(call -> {
            JsonObject answer = work.apply(call);
            resets.accept(reset);
            return answer;
        });
    }

    private JsonObject resetAll() {
        setAll(configured);
        changes.set(configuredRates);
        JsonObject answer = resetContacts();
        calls.reset();
        return answer;
    }

    /** A browser sends it to another site only after asking, as it does every DELETE. */
    private static void requireJson(RoutingContext call) {
        String type = call.request().getHeader("content-type");
        if (type != null
                && type.split(";", 2)[0].strip().equalsIgnoreCase(Desk.JSON.split(";", 2)[0])) {
            call.next();
        } else {
            String message = "Content-Type must be application/json, found was " + (type == null ? "none" : type);
            call.response()
                    .setStatusCode(415)
                    .putHeader("content-type", Desk.JSON)
                    .end(new JsonObject().put("message", message).toBuffer());
        }
    }

    private JsonObject allFaults() {
        JsonObject json = new JsonObject();
        lanes.forEach(
                (operation, lane) -> json.put(operation.title(), lane.faults().toJson()));
        return json;
    }

    private JsonObject setAll(Faults faults) {
        lanes.values().forEach(lane -> lane.set(faults));
        return allFaults();
    }

    private static JsonObject set(Lane lane, Faults faults) {
        lane.set(faults);
        return faults.toJson();
    }

    private Lane lane(RoutingContext call) {
        Lane lane = Operation.named(Parameters.inPath(call, "operation"))
                .map(lanes::get)
                .orElse(null);
        if (lane == null) {
            throw new IllegalArgumentException("Unknown operation; allowed are " + Operation.titles());
        }
        return lane;
    }

    private JsonObject setRates(RoutingContext call) {
        changes.set(Changes.Rates.from(object(call)));
        return changes.rates().toJson();
    }

    private JsonObject change(RoutingContext call) {
        Switches switches = new Switches(object(call));
        ChangeBatch.Size size = new ChangeBatch.Size(
                switches.wholeNumber("inserts", MOST_CHANGES),
                switches.wholeNumber("updates", MOST_CHANGES),
                switches.wholeNumber("deletes", MOST_CHANGES));
        switches.refuseOthers();
        return book.change(size).toJson();
    }

    private JsonObject contacts(RoutingContext call) {
        Parameters parameters = new Parameters(call.queryParams());
        List<Entry> found = book.page(ListQuery.unlimited(parameters, tags)).entries();
        JsonObject json = new JsonObject()
                .put("resourceIds", column(found, Entry::resourceId))
                .put("total", found.size());
        return parameters.flag("keys").orElse(false) ? withKeys(json, found) : json;
    }

    /** What the contacts are sorted by, in lists that go along with the ids; times in epoch seconds. */
    private static JsonObject withKeys(JsonObject json, List<Entry> found) {
        return json.put("creationTimes", column(found, Entry::created))
                .put("modificationTimes", column(found, Entry::modified))
                .put("sortNames", column(found, Entry::sortName));
    }

    private static JsonArray column(List<Entry> entries, Function<Entry, Object> value) {
        return new JsonArray(entries.stream().map(value).toList());
    }

    private JsonObject put(RoutingContext call) {
        return add(object(call).put("resourceId", Parameters.inPath(call, "resourceId")));
    }

    private JsonObject add(RoutingContext call) {
        return add(object(call));
    }

    private JsonObject add(JsonObject contact) {
        if (!(contact.getValue("resourceId") instanceof String id) || id.isBlank()) {
            throw new IllegalArgumentException("resourceId must be a text");
        }
        book.add(contact);
        return new JsonObject().put("resourceId", id).put("total", book.total());
    }

    private JsonObject resetContacts() {
        book.reset();
        return new JsonObject().put("total", book.total());
    }

    private JsonObject remove(RoutingContext call) {
        String id = Parameters.inPath(call, "resourceId");
        return new JsonObject().put("removed", book.remove(id)).put("total", book.total());
    }

    private static JsonObject object(RoutingContext call) {
        try {
            JsonObject object = call.body().asJsonObject();
            if (object != null) {
                return object;
            }
        } catch (DecodeException | ClassCastException notAnObject) {
            // Refused below, with the same words.
        }
        throw new IllegalArgumentException("The body must be a JSON object");
    }

    /** 200 with the answer, or 400 with a {@code message} that says what is allowed. */
    private static Handler<RoutingContext> answering(Function<RoutingContext, JsonObject> work) {
        return call -> {
            int status = 200;
            JsonObject answer;
            try {
                answer = work.apply(call);
            } catch (IllegalArgumentException wrong) {
                status = 400;
                answer = new JsonObject().put("message", wrong.getMessage());
            } catch (Refusal refusal) {
                status = refusal.answer().status();
                answer = refusal.answer().body();
            }
            call.response()
                    .setStatusCode(status)
                    .putHeader("content-type", Desk.JSON)
                    .end(answer.toBuffer());
        };
    }
}
