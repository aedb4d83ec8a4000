package dev.meishi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.wire.GraphqlClient;
import dev.meishi.wire.SandboxControl;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A gateway with the simulator behind it: what a frontend asks of the one and a test of the other. */
public final class Gateway {

    private final GraphqlClient client;
    private final SandboxControl sandbox;

    /** The gateway at an address. */
    public Gateway(URI address) {
        client = new GraphqlClient(address);
        sandbox = new SandboxControl(address);
    }

    /** The whole answer to a query. */
    public JsonNode ask(String query, Map<String, ?> variables) {
        return GraphqlClient.json(client.ask(query, variables));
    }

    /** The whole answer to a query, some time later. */
    public CompletableFuture<JsonNode> askAsync(String query) {
        return client.askAsync(query, Map.of()).thenApply(GraphqlClient::json);
    }

    /** Sets the faults of all operations ({@code ""}) or of one ({@code "/listTags"}). */
    public void faults(String operation, String switches) {
        sandbox.faults(operation, switches);
    }

    /** All calls as they should be, none counted; the gateway keeps what it has. */
    public void reset() {
        sandbox.reset();
    }

    /** How many calls of an operation the simulator has seen since the last {@link #reset()}. */
    public int calls(String operation) {
        return sandbox.calls(operation);
    }

    /** How many of them were given up before the simulator had answered. */
    public int abandoned(String operation) {
        return sandbox.abandoned(operation);
    }

    /** Any request to the control routes of the simulator. */
    public JsonNode sandbox(String method, String path, String body) {
        return sandbox.send(method, path, body);
    }

    /** The text of a path. */
    public String text(String path) {
        return get(path).body();
    }

    /** The status of a path. */
    public int status(String path) {
        return get(path).statusCode();
    }

    /** Whether the path is answered with 200, by a gateway that may not be there yet. */
    public boolean isUp(String path) {
        try {
            return status(path) == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) {
        return client.send("GET", path, BodyPublishers.noBody(), "Content-Type", "application/json");
    }
}
