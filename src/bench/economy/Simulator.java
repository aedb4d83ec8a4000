package economy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The simulator's switches and its truth. */
final class Simulator {

    private final HttpClient client;
    private final URI address;

    Simulator(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    /** Ids of contacts that a batch of changes touched. */
    record Batch(List<String> inserted, List<String> updated, List<String> deleted) {}

    /** Calls of the list of contacts so far. */
    long listCalls() {
        Long calls = Json.number(send("GET", "calls", null), "listContacts");
        return calls == null ? 0 : calls;
    }

    /** Those of them that came to a result, such as {@code 200} or {@code abandoned}. */
    long listCalls(String result) {
        Long calls = Json.number(send("GET", "calls", null), "results", "listContacts", result);
        return calls == null ? 0 : calls;
    }

    void forgetCalls() {
        send("DELETE", "calls", null);
    }

    void faults(Map<String, Object> faults) {
        send("PUT", "faults", faults);
    }

    void noFaults() {
        send("DELETE", "faults", null);
    }

    Batch change(int inserts, int updates, int deletes) {
        Object json = send("POST", "changes", Map.of("inserts", inserts, "updates", updates, "deletes", deletes));
        return new Batch(Json.texts(json, "inserted"), Json.texts(json, "updated"), Json.texts(json, "deleted"));
    }

    /** Adds a contact, or replaces the one with its {@code resourceId}. */
    void put(Map<String, Object> contact) {
        send("POST", "contacts", contact);
    }

    void remove(String resourceId) {
        send("DELETE", "contacts/" + resourceId, null);
    }

    /** All contacts in an order. */
    List<Contact> truth(Order order) {
        return truth(order, Map.of());
    }

    /** The contacts that match the vendor's parameters, in an order. */
    List<Contact> truth(Order order, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("orderBy", order.field().name());
        all.put("sortOrder", order.direction());
        all.put("keys", "true");
        String query = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        Object json = send("GET", "contacts?" + query, null);
        List<String> ids = Json.texts(json, "resourceIds");
        List<Object> created = Json.list(json, "creationTimes");
        List<Object> modified = Json.list(json, "modificationTimes");
        List<String> names = Json.texts(json, "sortNames");
        List<Contact> contacts = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            contacts.add(new Contact(
                    ids.get(i),
                    ((Double) created.get(i)).longValue(),
                    ((Double) modified.get(i)).longValue(),
                    names.get(i)));
        }
        return contacts;
    }

    private @Nullable Object send(String method, String path, @Nullable Map<String, Object> body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/sandbox/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("/sandbox/" + path + " answers " + response.body());
            }
            return Json.read(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
