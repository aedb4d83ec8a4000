package dev.meishi.sandbox;

import io.quarkus.logging.Log;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;

/** Takes calls, applies their operation's faults, has them worked on and sends the answers. */
final class Desk {

    static final String JSON = "application/json;charset=UTF-8";

    /** What an operation does; a {@link Refusal} is an answer too. */
    @FunctionalInterface
    interface Work {
        Answer answer(RoutingContext call, Turn turn);
    }

    private final Map<Operation, Lane> lanes;
    private final Calls calls;
    private final Duration hangTimeout;

    Desk(Map<Operation, Lane> lanes, Calls calls, Duration hangTimeout) {
        this.lanes = lanes;
        this.calls = calls;
        this.hangTimeout = hangTimeout;
    }

    /** A route's handler for one operation. */
    Handler<RoutingContext> serving(Operation operation, Work work) {
        Lane lane = lanes.get(operation);
        if (lane == null) {
            throw new IllegalArgumentException("No lane for " + operation);
        }
        return call -> {
            calls.arrived(operation);
            Turn turn = lane.next();
            putQuota(call.response(), turn.quota());
            if (turn.quota().isExceeded()) {
                send(call, operation, turn.faults().errorShape().answer(429), Turn.Tampering.NONE);
            } else if (turn.hang()) {
                later(call, operation, hangTimeout, () -> {
                    calls.answered(operation, "hang");
                    hangUp(call);
                });
            } else {
                later(
                        call,
                        operation,
                        turn.faults().latency(),
                        () -> send(call, operation, answer(call, turn, work), turn.tampering()));
            }
        };
    }

    /** A route's handler for URLs nothing is known under. */
    Handler<RoutingContext> unknown() {
        return call -> {
            calls.rejected("404");
            Buffer body =
                    ErrorShape.gateway("001", "NOT_FOUND", "URL not supported").toBuffer();
            call.response().setStatusCode(404).putHeader("content-type", JSON).end(body);
        };
    }

    private static Answer answer(RoutingContext call, Turn turn, Work work) {
        if (turn.error() != Turn.NO_ERROR) {
            return turn.faults().errorShape().answer(turn.error());
        }
        try {
            return work.answer(call, turn);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException defect) {
            Log.error("The simulator failed", defect);
            return ErrorShape.SERVICE.answer(500);
        }
    }

    /** Acts after a while, unless the caller leaves before: then the call is abandoned, and that is its result. */
    private void later(RoutingContext call, Operation operation, Duration wait, Runnable action) {
        if (wait.toMillis() == 0) {
            action.run();
            return;
        }
        long timer = call.vertx().setTimer(wait.toMillis(), due -> action.run());
        call.addEndHandler(end -> {
            if (call.vertx().cancelTimer(timer)) {
                calls.abandoned(operation);
            }
        });
    }

    private void send(RoutingContext call, Operation operation, Answer answer, Turn.Tampering tampering) {
        HttpServerResponse response = call.response();
        if (response.closed()) {
            calls.abandoned(operation);
            return;
        }
        boolean tampered = answer.status() == 200 && tampering != Turn.Tampering.NONE;
        calls.answered(operation, tampered ? tampering.title() : String.valueOf(answer.status()));
        Buffer body = answer.body().toBuffer();
        response.setStatusCode(answer.status()).putHeader("content-type", JSON);
        switch (tampered ? tampering : Turn.Tampering.NONE) {
            case NONE -> response.end(body);
            case WRONG_CONTENT_TYPE ->
                response.putHeader("content-type", "text/html;charset=UTF-8").end(body);
            case MALFORMED -> response.end(body.getBuffer(0, body.length() / 2));
            case CUT -> {
                response.putHeader("content-length", String.valueOf(body.length()));
                response.write(body.getBuffer(0, body.length() / 2)).onComplete(written -> hangUp(call));
            }
        }
    }

    private static void hangUp(RoutingContext call) {
        if (call.request().version() == HttpVersion.HTTP_2) {
            call.response().reset();
        } else {
            call.request().connection().close();
        }
    }

    /** The last header is spelt as in the vendor's documentation. */
    private static void putQuota(HttpServerResponse response, RateWindow.Quota quota) {
        if (quota.isLimited()) {
            response.putHeader("rateLimit-limit", String.valueOf(quota.limit()))
                    .putHeader("rateLimit-remaining", String.valueOf(quota.remaining()))
                    .putHeader("rateLimit-reset", String.valueOf(quota.reset()))
                    .putHeader("rateLimit-ssed", String.valueOf(Math.min(quota.used(), quota.limit())));
        }
    }
}
