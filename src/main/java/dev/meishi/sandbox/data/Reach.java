package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Under which addresses and numbers a contact is found.
 *
 * @param emails e-mail addresses in lower case
 * @param phones phone numbers as they are written
 * @param primaryPhone the one marked as the default; empty if none is
 */
public record Reach(List<String> emails, List<String> phones, String primaryPhone) {

    static Reach of(JsonObject contact) {
        return new Reach(
                texts(contact, "emails", "address")
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toList(),
                texts(contact, "phones", "value").toList(),
                parts(contact, "phones")
                        .filter(phone -> Objects.equals(phone.getValue("represent"), true))
                        .map(phone -> String.valueOf(phone.getValue("value")))
                        .findFirst()
                        .orElse(""));
    }

    /** Whether a text, in lower case, is part of an address. */
    public boolean hasEmail(String part) {
        return emails.stream().anyMatch(email -> email.contains(part));
    }

    private static Stream<String> texts(JsonObject contact, String list, String key) {
        return parts(contact, list)
                .map(part -> part.getValue(key))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Stream<JsonObject> parts(JsonObject contact, String list) {
        return contact.getValue(list) instanceof JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.of();
    }
}
