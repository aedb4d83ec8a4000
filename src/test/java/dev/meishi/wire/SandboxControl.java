package dev.meishi.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The control routes of the simulator. */
public final class SandboxControl {

    private final GraphqlClient client;

    /** The simulator at an address. */
    public SandboxControl(URI address) {
        client = new GraphqlClient(address);
    }

    /** Sets the faults of all operations ({@code ""}) or of one ({@code "/listTags"}). */
    public void faults(String operation, String switches) {
        send("PUT", "/sandbox/faults" + operation, switches);
    }

    /** No faults, and no call counted; the gateway keeps what it has. */
    public void reset() {
        send("PUT", "/sandbox/faults", "{}");
        send("DELETE", "/sandbox/calls", "");
    }

    /** How many calls of an operation the simulator has seen since the last {@link #reset()}. */
    public int calls(String operation) {
        return send("GET", "/sandbox/calls", "").path(operation).asInt();
    }

    /** How many of them were given up before the simulator had answered. */
    public int abandoned(String operation) {
        return send("GET", "/sandbox/calls", "")
                .at("/results/" + operation + "/abandoned")
                .asInt();
    }

    /** Any request to the control routes. */
    public JsonNode send(String method, String path, String body) {
        HttpResponse<String> response =
                client.send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? JsonNodeFactory.instance.objectNode() : GraphqlClient.json(response);
    }
}
