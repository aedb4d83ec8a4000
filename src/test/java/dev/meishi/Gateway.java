package dev.meishi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A frontend of the gateway and a hand on the sandbox's switches. */
public final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    public Gateway(URI address) {
        this.address = address;
    }

    /** The whole answer to a query. */
    public JsonNode ask(String query, Map<String, ?> variables) {
        return read(client.sendAsync(graphql(query, variables), BodyHandlers.ofString())
                .join());
    }

    /** The whole answer to a query, some time later. */
    public CompletableFuture<JsonNode> askAsync(String query) {
        return client.sendAsync(graphql(query, Map.of()), BodyHandlers.ofString())
                .thenApply(Gateway::read);
    }

    /** Sets the sandbox's faults, for all operations ({@code ""}) or one ({@code "/listTags"}). */
    public void faults(String operation, String switches) {
        sandbox("PUT", "/sandbox/faults" + operation, switches);
    }

    /** All calls as they should be, none counted; the gateway keeps what it has. */
    public void reset() {
        sandbox("PUT", "/sandbox/faults", "{}");
        sandbox("DELETE", "/sandbox/calls", "");
    }

    /** How many calls of an operation the sandbox has seen since the last {@link #reset()}. */
    public int calls(String operation) {
        return sandbox("GET", "/sandbox/calls", "").path(operation).asInt();
    }

    /** How many of them were given up before the sandbox had answered. */
    public int abandoned(String operation) {
        return sandbox("GET", "/sandbox/calls", "")
                .at("/results/" + operation + "/abandoned")
                .asInt();
    }

    /** Asks the sandbox itself. */
    public JsonNode sandbox(String method, String path, String body) {
        HttpRequest request =
                request(path).method(method, BodyPublishers.ofString(body)).build();
        HttpResponse<String> response =
                client.sendAsync(request, BodyHandlers.ofString()).join();
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : read(response);
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
        } catch (CompletionException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) {
        return client.sendAsync(request(path).build(), BodyHandlers.ofString()).join();
    }

    private HttpRequest graphql(String query, Map<String, ?> variables) {
        try {
            String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
            return request("/graphql").POST(BodyPublishers.ofString(body)).build();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(response.statusCode() + " " + response.body(), notJson);
        }
    }
}
