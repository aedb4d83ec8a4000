package dev.meishi.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A client of {@code /graphql} that sends no header it was not told to send, as the usual clients of tests do. */
public final class GraphqlClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    /** A client of the server at an address. */
    public GraphqlClient(URI address) {
        this.address = address;
    }

    /** A POST of JSON; headers are names and values by turns, and a Content-Type among them replaces JSON's. */
    public HttpResponse<String> post(String body, String... headers) {
        boolean isTyped = Arrays.stream(headers).anyMatch("Content-Type"::equalsIgnoreCase);
        String[] all = isTyped ? headers : append(headers, "Content-Type", "application/json");
        return send("POST", "/graphql", BodyPublishers.ofString(body), all);
    }

    /** A POST of a document. */
    public HttpResponse<String> ask(String document, String... headers) {
        return ask(document, Map.of(), headers);
    }

    /** A POST of a document with variables. */
    public HttpResponse<String> ask(String document, Map<String, ?> variables, String... headers) {
        return post(written(Map.of("query", document, "variables", variables)), headers);
    }

    /** A GET; the parameters are as they stand in the URL. */
    public HttpResponse<String> get(String parameters, String... headers) {
        return send("GET", "/graphql?" + parameters, BodyPublishers.noBody(), headers);
    }

    /** Any request. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        try {
            return client.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A POST of a document whose response is waited for later. */
    public CompletableFuture<HttpResponse<String>> askAsync(String document, Map<String, ?> variables) {
        String body = written(Map.of("query", document, "variables", variables));
        HttpRequest request =
                request("POST", "/graphql", BodyPublishers.ofString(body), "Content-Type", "application/json");
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).method(method, body);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    /** Parameters of a URL, encoded as the form of a browser does. */
    public static String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The body of a response. */
    public static JsonNode json(HttpResponse<String> response) {
        try {
            return json(response.body());
        } catch (IllegalStateException notJson) {
            throw new IllegalStateException(response.statusCode() + " " + response.body(), notJson);
        }
    }

    /** A text as JSON. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(text, notJson);
        }
    }

    /** The code of the first error. */
    public static String code(HttpResponse<String> response) {
        return json(response).at("/errors/0/extensions/code").asText();
    }

    /** All values of a header. */
    public static String header(HttpResponse<String> response, String name) {
        return String.join(" | ", response.headers().allValues(name));
    }

    /** A value as JSON. */
    public static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String[] append(String[] headers, String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
