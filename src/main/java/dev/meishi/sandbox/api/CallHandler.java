package dev.meishi.sandbox.api;

import dev.meishi.sandbox.faults.CallCounts;
import dev.meishi.sandbox.faults.DrawnFaults;
import dev.meishi.sandbox.faults.FaultPlan;
import dev.meishi.sandbox.faults.Faults;
import dev.meishi.sandbox.faults.Operation;
import dev.meishi.sandbox.faults.RateWindow;
import io.quarkus.logging.Log;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;

/** Takes calls, applies the faults of their operation, executes it and sends the answers. */
public final class CallHandler {

    /** What an operation does; a {@link Refusal} is an answer too. */
    @FunctionalInterface
    public interface Work {

        /**
         * Executes a call.
         *
         * @param call the request
         * @param drawn the faults of this call, some of which change what it answers
         * @return the answer
         * @throws Refusal for an answer that is an error
         */
        Answer answer(RoutingContext call, DrawnFaults drawn);
    }

    private final Map<Operation, FaultPlan> plans;
    private final CallCounts counts;
    private final Duration hangTimeout;
    private final Dialect dialect;

    /**
     * A handler for the operations of all plans.
     *
     * @param hangTimeout after how long a hanging call's connection is closed
     * @param dialect of the version of the API
     */
    public CallHandler(Map<Operation, FaultPlan> plans, CallCounts counts, Duration hangTimeout, Dialect dialect) {
        this.plans = plans;
        this.counts = counts;
        this.hangTimeout = hangTimeout;
        this.dialect = dialect;
    }

    /** The same for operations that speak another dialect. */
    public CallHandler speaking(Dialect other) {
        return new CallHandler(plans, counts, hangTimeout, other);
    }

    /**
     * A route's handler for one operation.
     *
     * @param operation whose faults apply
     * @param work what it does
     * @return the handler
     */
    public Handler<RoutingContext> serving(Operation operation, Work work) {
        FaultPlan plan = plans.get(operation);
        if (plan == null) {
            throw new IllegalArgumentException("No faults are planned for " + operation);
        }
        return call -> {
            counts.arrived(operation);
            DrawnFaults drawn = plan.next();
            if (drawn.quota().isExceeded()) {
                Answer refused = dialect.injected(drawn.faults(), 429);
                send(call, operation, refused, drawn.quota(), DrawnFaults.Tampering.NONE);
            } else if (drawn.hang()) {
                later(call, operation, hangTimeout, () -> {
                    counts.answered(operation, "hang");
                    hangUp(call);
                });
            } else {
                later(
                        call,
                        operation,
                        drawn.faults().latency(),
                        () -> send(call, operation, answer(call, drawn, work), drawn.quota(), drawn.tampering()));
            }
        };
    }

    /**
     * A route's handler for URLs that no operation has.
     *
     * @return answers 404
     */
    public Handler<RoutingContext> unknown() {
        return call -> {
            counts.rejected("404");
            Answer answer = dialect.unknownUrl();
            put(call.response(), answer);
            call.response().end(answer.content());
        };
    }

    private Answer answer(RoutingContext call, DrawnFaults drawn, Work work) {
        if (drawn.error() != DrawnFaults.NO_ERROR) {
            return dialect.injected(drawn.faults(), drawn.error());
        }
        try {
            return work.answer(call, drawn);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException defect) {
            Log.error("The simulator failed", defect);
            return dialect.injected(Faults.NONE, 500);
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
                counts.abandoned(operation);
            }
        });
    }

    private void send(
            RoutingContext call,
            Operation operation,
            Answer answer,
            RateWindow.Quota quota,
            DrawnFaults.Tampering tampering) {
        HttpServerResponse response = call.response();
        if (response.closed()) {
            counts.abandoned(operation);
            return;
        }
        boolean tampered = answer.status() == 200 && tampering != DrawnFaults.Tampering.NONE;
        counts.answered(operation, tampered ? tampering.title() : String.valueOf(answer.status()));
        Buffer body = answer.content();
        put(response, answer);
        if (quota.isLimited() && dialect.tellsQuota(answer.status())) {
            putQuota(response, quota);
        }
        switch (tampered ? tampering : DrawnFaults.Tampering.NONE) {
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

    private static void put(HttpServerResponse response, Answer answer) {
        response.setStatusCode(answer.status());
        if (!answer.contentType().isEmpty()) {
            response.putHeader("content-type", answer.contentType());
        }
        answer.headers().forEach(response::putHeader);
    }

    /** The last header is spelt as in the vendor's documentation. */
    private static void putQuota(HttpServerResponse response, RateWindow.Quota quota) {
        response.putHeader("rateLimit-limit", String.valueOf(quota.limit()))
                .putHeader("rateLimit-remaining", String.valueOf(quota.remaining()))
                .putHeader("rateLimit-reset", String.valueOf(quota.reset()))
                .putHeader("rateLimit-ssed", String.valueOf(Math.min(quota.used(), quota.limit())));
    }
}
