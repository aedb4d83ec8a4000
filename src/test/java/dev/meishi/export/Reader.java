package dev.meishi.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that keeps what an export says, line by line. */
final class Reader {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> contacts = new ArrayList<>();
    final List<String> checkpoints = new ArrayList<>();
    final List<Integer> atCheckpoints = new ArrayList<>();

    @Nullable
    JsonNode last;

    /** Reads until the end, or until the reader has had enough and hangs up. */
    static Reader of(URI address, String query, @Nullable String after, Predicate<Reader> goesOn) {
        String path = "/export/contacts.ndjson?" + query;
        String whole = after == null ? path : path + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        Reader reader = new Reader();
        HttpClient client = client();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                client.send(HttpRequest.newBuilder(address.resolve(whole)).build(), BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.take(json(line));
                if (!goesOn.test(reader)) {
                    break;
                }
            }
            return reader;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static HttpResponse<String> response(HttpRequest.Builder request) {
        return client().sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(text, notJson);
        }
    }

    List<String> ids() {
        return contacts.stream()
                .map(contact -> contact.path("resourceId").asText())
                .toList();
    }

    private void take(JsonNode line) {
        last = line;
        if (line.has("contact")) {
            contacts.add(line.path("contact"));
        } else if (line.has("checkpoint") && !line.has("error")) {
            checkpoints.add(line.path("checkpoint").asText());
            atCheckpoints.add(contacts.size());
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
