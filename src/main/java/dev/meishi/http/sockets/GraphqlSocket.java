package dev.meishi.http.sockets;

import dev.meishi.execution.AnswerRoom;
import dev.meishi.execution.Execution;
import dev.meishi.execution.OperationResult;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.ResponseBody;
import dev.meishi.http.body.GraphqlRequest;
import dev.meishi.http.body.Held;
import dev.meishi.http.body.StrictJson;
import dev.meishi.server.SocketMessages;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashMap;
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

    private static final short TOO_BIG = 1009;
    private static final short INVALID = 4400;
    private static final short UNAUTHORIZED = 4401;
    private static final short INIT_TIMEOUT = 4408;
    private static final short ID_IN_USE = 4409;
    private static final short TOO_MANY_INITS = 4429;

    private static final Logger LOG = Logger.getLogger(GraphqlSocket.class);

    private final SocketMessages messages;
    private final BiFunction<GraphqlRequest, AnswerRoom, Execution> operations;
    private final Held.Holding holding;
    private final Limits limits;
    private final Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
    private final Context eventLoop = Objects.requireNonNull(Vertx.currentContext());
    private final Map<String, Underway> underway = new HashMap<>();
    private boolean isInitialised;
    private boolean isEnding;

    GraphqlSocket(
            SocketMessages messages,
            BiFunction<GraphqlRequest, AnswerRoom, Execution> operations,
            Held.Holding holding,
            Limits limits) {
        this.messages = messages;
        this.operations = operations;
        this.holding = holding;
        this.limits = limits;
    }

    /** An operation and the memory it holds. */
    private record Underway(Execution execution, Held held) {

        void abandon() {
            execution.abandon();
            held.close();
        }
    }

    /**
     * Begins the conversation.
     *
     * @param initTimeout time for the caller to begin it
     * @param closed runs when it is over
     */
    void open(Duration initTimeout, Runnable closed) {
        long timer = vertx.setTimer(initTimeout.toMillis(), late -> {
            if (!isInitialised) {
                messages.close(INIT_TIMEOUT, "Connection initialisation timeout");
            }
        });
        messages.open(this::received, this::leaveIfDone, () -> {
            vertx.cancelTimer(timer);
            underway.values().forEach(Underway::abandon);
            underway.clear();
            closed.run();
        });
    }

    /** Closes the socket once all that is under way on it is answered; from any thread. */
    void end() {
        eventLoop.runOnContext(now -> {
            isEnding = true;
            leaveIfDone();
        });
    }

    private void leaveIfDone() {
        if (isEnding && underway.isEmpty() && messages.isTaken()) {
            messages.close(SocketMessages.GOING_AWAY, "The gateway is shutting down; connect again");
        }
    }

    private void received(String text) {
        Buffer sent = Buffer.buffer(text);
        try {
            limits.check(Limit.BODY_BYTES, sent.length());
        } catch (RequestRefused tooBig) {
            messages.close(TOO_BIG, "Message too big");
            return;
        }
        try {
            Map<String, Object> message = StrictJson.object(text, "The message");
            take(message == null ? Map.of() : message, sent);
        } catch (RequestRefused notOne) {
            messages.close(INVALID, String.valueOf(notOne.getMessage()));
        }
    }

    private void take(Map<String, Object> message, Buffer sent) {
        switch (String.valueOf(message.get("type"))) {
            case "connection_init" -> init();
            case "ping" -> send(Map.of("type", "pong"));
            case "pong" -> LOG.trace("pong");
            case "subscribe" -> subscribe(message, sent);
            case "complete" -> complete(message);
            default -> messages.close(INVALID, "Unknown message type");
        }
    }

    private void init() {
        if (isInitialised) {
            messages.close(TOO_MANY_INITS, "Too many initialisation requests");
            return;
        }
        isInitialised = true;
        send(Map.of("type", "connection_ack"));
    }

    private void complete(Map<String, Object> message) {
        String id = id(message);
        Underway left = id == null ? null : underway.remove(id);
        if (left != null) {
            left.abandon();
            leaveIfDone();
        }
    }

    /** The id of a message that must have one; null if it has not, and then the socket is closed. */
    private @Nullable String id(Map<String, Object> message) {
        Object found = message.get("id");
        if (found instanceof String id && !id.isEmpty()) {
            return id;
        }
        messages.close(INVALID, "The id must be a string, found " + ProtocolMessages.found(message, "id"));
        return null;
    }

    private void subscribe(Map<String, Object> message, Buffer sent) {
        if (!isInitialised) {
            messages.close(UNAUTHORIZED, "Unauthorized");
            return;
        }
        String id = id(message);
        if (id == null) {
            return;
        }
        if (!(message.get("payload") instanceof Map<?, ?> payload)) {
            messages.close(
                    INVALID, "The payload must be an object, found " + ProtocolMessages.found(message, "payload"));
        } else if (underway.containsKey(id)) {
            messages.close(ID_IN_USE, "Subscriber for " + id + " already exists");
        } else if (isEnding) {
            refused(id, Sockets.shuttingDown());
        } else {
            begin(id, payload, sent);
        }
    }

    @SuppressWarnings("unchecked")
    private void begin(String id, Map<?, ?> payload, Buffer sent) {
        Held held = holding.open();
        try {
            limits.check(Limit.OPERATIONS_AT_ONCE, underway.size() + 1L);
            held.requireReading(messages.unread());
            held.read(sent.getBytes());
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
            String id,
            Underway begun,
            GraphqlRequest request,
            @Nullable OperationResult result,
            @Nullable Throwable thrown) {
        if (!underway.remove(id, begun)) {
            return;
        }
        Held held = begun.held();
        if (result == null) {
            LOG.error("Unexpected error on a WebSocket", thrown);
            held.close();
            refused(id, RequestRefused.of(ErrorCode.INTERNAL, "The gateway failed; its log has the cause."));
            return;
        }
        try {
            ResponseBody answer = ResponseBody.of(result, begun.execution(), limits, request);
            messages.sendAnswer(ProtocolMessages.next(id, answer)).onComplete(taken -> held.close());
            send(Map.of("type", "complete", "id", id));
        } catch (RequestRefused refused) {
            held.close();
            refused(id, refused);
        }
        leaveIfDone();
    }

    private void refused(String id, RequestRefused refused) {
        messages.send(ProtocolMessages.error(id, refused));
    }

    private void send(Map<String, ?> message) {
        messages.send(ProtocolMessages.text(message));
    }
}
