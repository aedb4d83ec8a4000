package dev.meishi.sandbox.faults;

import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What the control routes take and answer: JSON objects. */
public final class ControlHandler {

    private static final String JSON = "application/json;charset=UTF-8";

    private ControlHandler() {}

    /** 200 with the answer, 400 with a {@code message} that says what is allowed, or 404 with one that says what there is not. */
    public static Handler<RoutingContext> answering(Function<RoutingContext, JsonObject> work) {
        return call -> {
            JsonObject answer;
            try {
                answer = work.apply(call);
            } catch (IllegalArgumentException wrong) {
                send(call, 400, new JsonObject().put("message", wrong.getMessage()));
                return;
            } catch (NoSuchElementException missing) {
                send(call, 404, new JsonObject().put("message", missing.getMessage()));
                return;
            }
            send(call, 200, answer);
        };
    }

    /** Lets only JSON pass. A browser sends it to another site only after asking, as it does every DELETE. */
    public static void requireJson(RoutingContext call) {
        String type = call.request().getHeader("content-type");
        if (type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            call.next();
        } else {
            String message = "Content-Type must be application/json, but was " + (type == null ? "none" : type);
            send(call, 415, new JsonObject().put("message", message));
        }
    }

    /** Answers with a status and an object. */
    public static void send(RoutingContext call, int status, JsonObject answer) {
        call.response().setStatusCode(status).putHeader("content-type", JSON).end(answer.toBuffer());
    }

    /**
     * The body of a call.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    public static JsonObject body(RoutingContext call) {
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
}
