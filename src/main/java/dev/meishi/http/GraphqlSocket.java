package dev.meishi.http;

import dev.meishi.execution.AnswerRoom;
import dev.meishi.execution.Execution;
import dev.meishi.execution.Outcome;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import graphql.GraphQLError;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
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
    private final BiFunction<GraphqlRequest, AnswerRoom, Execution> operations;
    private final Held.Holding holding;
    private final Limits limits;
    private final Duration writeTimeout;
    private final Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
    private final Context eventLoop = Objects.requireNonNull(Vertx.currentContext());
    private final Map<String, Underway> underway = new HashMap<>();

    /** Bytes of messages that are written and not taken. */
    private long unread;

    private boolean isInitialised;

    GraphqlSocket(
            ServerWebSocket socket,
            BiFunction<GraphqlRequest, AnswerRoom, Execution> operations,
            Held.Holding holding,
            Limits limits,
            Duration writeTimeout) {
        this.socket = socket;
        this.operations = operations;
        this.holding = holding;
        this.limits = limits;
        this.writeTimeout = writeTimeout;
    }

    /** An operation and the memory it holds. */
    private record Underway(Execution execution, Held held) {

        void abandon() {
            execution.abandon();
            held.close();
        }
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
            underway.values().forEach(Underway::abandon);
            underway.clear();
        });
    }

    private void received(String text) {
        Buffer sent = Buffer.buffer(text);
        try {
            limits.check(Limit.BODY_BYTES, sent.length());
        } catch (RequestRefused tooBig) {
            socket.close(TOO_BIG, "Message too big");
            return;
        }
        try {
            Map<String, Object> message = StrictJson.object(text, "The message");
            take(message == null ? Map.of() : message, sent);
        } catch (RequestRefused notOne) {
            socket.close(INVALID, reason(notOne.getMessage()));
        }
    }

    private void take(Map<String, Object> message, Buffer sent) {
        switch (String.valueOf(message.get("type"))) {
            case "connection_init" -> init();
            case "ping" -> send(Map.of("type", "pong"));
            case "pong" -> LOG.trace("pong");
            case "subscribe" -> subscribe(message, sent);
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
        Underway left = underway.remove(id);
        if (left != null) {
            left.abandon();
        }
    }

    private void subscribe(Map<String, Object> message, Buffer sent) {
        if (!isInitialised) {
            socket.close(UNAUTHORIZED, "Unauthorized");
        } else if (!(message.get("id") instanceof String id)
                || id.isEmpty()
                || !(message.get("payload") instanceof Map<?, ?> payload)) {
            socket.close(INVALID, "A subscribe message has an id and a payload");
        } else if (underway.containsKey(id)) {
            socket.close(ID_IN_USE, reason("Subscriber for " + id + " already exists"));
        } else {
            begin(id, payload, sent);
        }
    }

    @SuppressWarnings("unchecked")
    private void begin(String id, Map<?, ?> payload, Buffer sent) {
        Held held = holding.open();
        try {
            limits.check(Limit.OPERATIONS_AT_ONCE, underway.size() + 1L);
            held.requireReading(unread);
            held.read(sent);
            GraphqlRequest request = GraphqlRequest.from((Map<String, Object>) payload);
            Underway begun = new Underway(operations.apply(request, held.answer()), held);
            underway.put(id, begun);
            begun.execution()
                    .result()
                    .whenComplete((result, thrown) ->
                            eventLoop.runOnContext(now -> executed(id, begun, request, result, thrown)));
        } catch (RequestRefused refused) {
            held.close();
            refused(id, refused);
        }
    }

    private void executed(
            String id, Underway begun, GraphqlRequest request, @Nullable Outcome outcome, @Nullable Throwable thrown) {
        if (!underway.remove(id, begun)) {
            return;
        }
        Held held = begun.held();
        if (outcome == null) {
            LOG.error("Unexpected on a WebSocket", thrown);
            held.close();
            refused(id, RequestRefused.of(ErrorCode.INTERNAL, "The gateway failed; its log has the cause."));
            return;
        }
        try {
            Answer answer = Answer.of(outcome, begun.execution(), limits, request);
            next(id, answer).onComplete(taken -> held.close());
            send(Map.of("type", "complete", "id", id));
        } catch (RequestRefused refused) {
            held.close();
            refused(id, refused);
        }
    }

    /** The answer is written already, and put in as it is. */
    private Future<Void> next(String id, Answer answer) {
        String head = text(message("next", id));
        return send(head.substring(0, head.length() - 1) + ",\"payload\":"
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

    /** Done when it is taken, or the socket is gone. */
    private Future<Void> send(String message) {
        if (socket.isClosed()) {
            return Future.succeededFuture();
        }
        int size = message.length();
        unread += size;
        Future<Void> taken = socket.writeTextMessage(message).onComplete(over -> unread -= size);
        if (socket.writeQueueFull()) {
            socket.pause();
            long timer = vertx.setTimer(writeTimeout.toMillis(), late -> socket.close());
            socket.drainHandler(drained -> {
                vertx.cancelTimer(timer);
                socket.resume();
            });
        }
        return taken;
    }

    /** At most 123 bytes fit a close frame (RFC 6455, 5.5). */
    private static String reason(@Nullable String text) {
        String ascii = String.valueOf(text).replaceAll("[^ -~]", "?");
        return ascii.substring(0, Math.min(ascii.length(), 123));
    }
}
