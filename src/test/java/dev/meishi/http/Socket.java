package dev.meishi.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A caller's end of a WebSocket. */
final class Socket implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private volatile String reason = "";
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    /** Opens one, or fails with a {@link java.util.concurrent.CompletionException}. */
    Socket(URI gateway, String subprotocol, @Nullable String origin) {
        this(gateway, subprotocol, origin == null ? Map.of() : Map.of("Origin", origin));
    }

    private Socket(URI gateway, String subprotocol, Map<String, String> headers) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().subprotocols(subprotocol);
        headers.forEach(builder::header);
        URI address = URI.create("ws://" + gateway.getAuthority() + "/graphql");
        socket =
                builder.buildAsync(address, this).orTimeout(5, TimeUnit.SECONDS).join();
    }

    /** One that is opened with some headers. */
    static Socket with(URI gateway, Map<String, String> headers) {
        return new Socket(gateway, "graphql-transport-ws", headers);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
        part.append(text);
        if (isLast) {
            try {
                received.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException(part.toString(), notJson);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String why) {
        reason = why;
        closed.complete(status);
        return null;
    }

    Socket send(String text) {
        socket.sendText(text, true).orTimeout(5, TimeUnit.SECONDS).join();
        return this;
    }

    Socket sendBytes(byte... bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** With {@code connection_init} said and acknowledged. */
    Socket initialised() throws InterruptedException {
        send("{\"type\":\"connection_init\"}");
        if (!next().path("type").asText().equals("connection_ack")) {
            throw new IllegalStateException("not acknowledged");
        }
        return this;
    }

    Socket subscribe(String id, String query) {
        try {
            return send(
                    JSON.writeValueAsString(Map.of("type", "subscribe", "id", id, "payload", Map.of("query", query))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The next message, waited for. */
    JsonNode next() throws InterruptedException {
        JsonNode message = received.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new IllegalStateException("no message came");
        }
        return message;
    }

    /** The status it was closed with, waited for. */
    int closeStatus() {
        return closed.orTimeout(5, TimeUnit.SECONDS).join();
    }

    /** Why it was closed, as the gateway put it. */
    String reason() {
        return reason;
    }

    void abort() {
        socket.abort();
    }
}
