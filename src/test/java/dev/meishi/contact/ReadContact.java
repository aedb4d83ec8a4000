package dev.meishi.contact;

import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A contact as it comes of what LINE WORKS sends. */
public final class ReadContact {

    private ReadContact() {}

    /** Of these members, and no others. */
    public static Contact of(String domainId, String json) {
        return Objects.requireNonNull(JsonReader.read(json.getBytes(StandardCharsets.UTF_8), reader(domainId)));
    }

    /** As it is read alone. */
    static Contact alone(String domainId, String json) {
        return Objects.requireNonNull(
                JsonReader.read(json.getBytes(StandardCharsets.UTF_8), ContactReader.ofOne(domainId)));
    }

    /** As the gateway reads it. */
    public static JsonReader.Value<Contact> reader(String domainId) {
        return ContactReader.ofList(domainId);
    }

    /** As it is read alone, with all that LINE WORKS may send; the fault of a broken one is thrown. */
    public static JsonReader.Value<Contact> strict(String domainId) {
        JsonReader.Value<Contact> reader = ContactReader.ofOne(domainId);
        return json -> {
            Contact contact = reader.read(json);
            Failure fault = contact == null ? null : contact.fault();
            if (fault != null) {
                throw fault;
            }
            return contact;
        };
    }
}
