package dev.meishi.photo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.relay.GlobalId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks the gateway at an address for the photos that {@link PhotoHost} has. */
final class PhotoClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PhotoClient(URI address) {
        this.address = address;
    }

    static String id(String domain, String contact) {
        return new GlobalId("Contact", domain, contact).encode();
    }

    static String path(String contact) {
        return "/contacts/" + id(PhotoHost.DOMAIN, contact) + "/photo";
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder request(String contact) {
        return at(path(contact));
    }

    HttpResponse<byte[]> get(String contact) {
        return send(request(contact));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return begin(request).join();
    }

    CompletableFuture<HttpResponse<byte[]>> begin(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new AssertionError(new String(response.body(), StandardCharsets.UTF_8), notJson);
        }
    }
}
