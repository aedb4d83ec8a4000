package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.ValueReader;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.v1.SentJson;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;

/** A contact as it comes of what LINE WORKS sends. */
public final class ReadContact {

    private ReadContact() {}

    /** Of these members, and no others. */
    public static Contact of(String domainId, String json) {
        return Objects.requireNonNull(JsonReader.read(json.getBytes(StandardCharsets.UTF_8), reader(domainId)));
    }

    /** As it is read alone. */
    static Contact alone(String domainId, String json) {
        return Objects.requireNonNull(JsonReader.read(
                json.getBytes(StandardCharsets.UTF_8), SentJson.alone(() -> new ContactAssembler(domainId))));
    }

    /** As the gateway reads it. */
    public static ValueReader<Contact> reader(String domainId) {
        return SentJson.listed(() -> new ContactAssembler(domainId));
    }

    /** Builders of contacts of a domain, as the gateway has them. */
    public static Supplier<ContactBuilder<Contact>> builders(String domainId) {
        return () -> new ContactAssembler(domainId);
    }

    /** Builders of contacts of a domain; the fault of a broken one is thrown. */
    public static Supplier<ContactBuilder<Contact>> strict(String domainId) {
        return () -> new ContactAssembler(domainId) {
            @Override
            public Contact broken(String why, long fingerprint) {
                throw Objects.requireNonNull(super.broken(why, fingerprint).fault());
            }
        };
    }
}
