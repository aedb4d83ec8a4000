package dev.meishi.http;

import dev.meishi.execution.Execution;
import dev.meishi.execution.Outcome;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import graphql.GraphQLError;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One socket of the protocol {@code graphql-transport-ws}. All of it runs on the socket's own event loop. A caller that
 * does not read its answers is not read any further until it does.
 */
final class GraphqlSocket {

    static final String PROTOCOL = "graphql-transport-ws";

    static final short NOT_ACCEPTABLE = 4406;
    private static final short TOO_BIG = 1009;
    private static final short INVALID = 4400;
    private static final short UNAUTHORIZED = 4401;
    private static final short INIT_TIMEOUT = 4408;
    private static final short ID_IN_USE = 4409;
    private static final short TOO_MANY_INITS = 4429;

    private static final Logger LOG = Logger.getLogger(GraphqlSocket.class);

    private final ServerWebSocket socket;
    private final Function<GraphqlRequest, Execution> operations;
    private final Limits limits;
    private final Duration writeTimeout;
    private final Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
    private final Context eventLoop = Objects.requireNonNull(Vertx.currentContext());
    private final Map<String, Execution> underway = new HashMap<>();
    private boolean isInitialised;

    GraphqlSocket(
            ServerWebSocket socket,
            Function<GraphqlRequest, Execution> operations,
            Limits limits,
            Duration writeTimeout) {
        this.socket = socket;
        this.operations = operations;
        this.limits = limits;
        this.writeTimeout = writeTimeout;
    }

    void open(Duration initTimeout) {
        long timer = vertx.setTimer(initTimeout.toMillis(), late -> {
            if (!isInitialised) {
                socket.close(INIT_TIMEOUT, "Connection initialisation timeout");
            }
        });
        socket.textMessageHandler(this::received);
        socket.binaryMessageHandler(binary -> socket.close(INVALID, "Messages are text"));
        socket.exceptionHandler(thrown -> LOG.debugf("WebSocket: %s", thrown.getMessage()));
        socket.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            underway.values().forEach(Execution::abandon);
            underway.clear();
        });
    }

    private void received(String text) {
        try {
            limits.check(Limit.BODY_BYTES, text.getBytes(StandardCharsets.UTF_8).length);
        } catch (RequestRefused tooBig) {
            socket.close(TOO_BIG, "Message too big");
            return;
        }
        try {
            Map<String, Object> message = StrictJson.object(text, "The message");
            take(message == null ? Map.of() : message);
        } catch (RequestRefused notOne) {
            socket.close(INVALID, reason(notOne.getMessage()));
        }
    }

    private void take(Map<String, Object> message) {
        switch (String.valueOf(message.get("type"))) {
            case "connection_init" -> init();
            case "ping" -> send(Map.of("type", "pong"));
            case "pong" -> LOG.trace("pong");
            case "subscribe" -> subscribe(message);
            case "complete" -> complete(String.valueOf(message.get("id")));
            default -> socket.close(INVALID, "Unknown message type");
        }
    }

    private void init() {
        if (isInitialised) {
            socket.close(TOO_MANY_INITS, "Too many initialisation requests");
            return;
        }
        isInitialised = true;
        send(Map.of("type", "connection_ack"));
    }

    private void complete(String id) {
        Execution execution = underway.remove(id);
        if (execution != null) {
            execution.abandon();
        }
    }

    private void subscribe(Map<String, Object> message) {
        if (!isInitialised) {
            socket.close(UNAUTHORIZED, "Unauthorized");
        } else if (!(message.get("id") instanceof String id)
                || id.isEmpty()
                || !(message.get("payload") instanceof Map<?, ?> payload)) {
            socket.close(INVALID, "A subscribe message has an id and a payload");
        } else if (underway.containsKey(id)) {
            socket.close(ID_IN_USE, reason("Subscriber for " + id + " already exists"));
        } else {
            begin(id, payload);
        }
    }

    @SuppressWarnings("unchecked")
    private void begin(String id, Map<?, ?> payload) {
        try {
            limits.check(Limit.OPERATIONS_AT_ONCE, underway.size() + 1L);
            GraphqlRequest request = GraphqlRequest.from((Map<String, Object>) payload);
            Execution execution = operations.apply(request);
            underway.put(id, execution);
            execution
                    .result()
                    .whenComplete((result, thrown) ->
                            eventLoop.runOnContext(now -> executed(id, execution, request, result, thrown)));
        } catch (RequestRefused refused) {
            refused(id, refused);
        }
    }

    private void executed(
            String id,
            Execution execution,
            GraphqlRequest request,
            @Nullable Outcome outcome,
            @Nullable Throwable thrown) {
        if (!underway.remove(id, execution)) {
            return;
        }
        if (outcome == null) {
            LOG.error("Unexpected on a WebSocket", thrown);
            refused(id, RequestRefused.of(ErrorCode.INTERNAL, "The gateway failed; its log has the cause."));
        } else {
            next(id, Answer.of(outcome, execution, limits, request));
            send(Map.of("type", "complete", "id", id));
        }
    }

    /** The answer is written already, and put in as it is. */
    private void next(String id, Answer answer) {
        String head = text(message("next", id));
        send(head.substring(0, head.length() - 1) + ",\"payload\":"
                + answer.written().toString(StandardCharsets.UTF_8) + "}");
    }

    private void refused(String id, RequestRefused refused) {
        Map<String, Object> message = message("error", id);
        message.put(
                "payload",
                refused.errors().stream().map(GraphQLError::toSpecification).toList());
        send(message);
    }

    private static Map<String, Object> message(String type, String id) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        message.put("id", id);
        return message;
    }

    private static String text(Map<String, ?> message) {
        return Answer.written(message).toString(StandardCharsets.UTF_8);
    }

    private void send(Map<String, ?> message) {
        send(text(message));
    }

    private void send(String message) {
        if (socket.isClosed()) {
            return;
        }
        socket.writeTextMessage(message);
        if (socket.writeQueueFull()) {
            socket.pause();
            long timer = vertx.setTimer(writeTimeout.toMillis(), late -> socket.close());
            socket.drainHandler(drained -> {
                vertx.cancelTimer(timer);
                socket.resume();
            });
        }
    }

    /** At most 123 bytes fit a close frame (RFC 6455, 5.5). */
    private static String reason(@Nullable String text) {
        String ascii = String.valueOf(text).replaceAll("[^ -~]", "?");
        return ascii.substring(0, Math.min(ascii.length(), 123));
    }
}
