package dev.meishi.contact;

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

    /** As the gateway reads it. */
    public static JsonReader.Value<Contact> reader(String domainId) {
        return ContactReader.of(domainId);
    }
}
