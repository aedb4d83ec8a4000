package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a generated contact out in full, as the vendor's page "Get Customer/Client Contact" lists it. */
final class ContactCard {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(9));
    private static final List<String> WORKS_AT_TYPES = List.of("line", "LINE", "worksat", "WORKSAT");

    private final Generator generator;

    ContactCard(Generator generator) {
        this.generator = generator;
    }

    /** All eight name parts, {@code worksAt} as a list. */
    JsonObject of(ContactEntry entry) {
        JsonObject card = new JsonObject().put("resourceId", entry.resourceId()).put("open", entry.open());
        card.put("isCoEditing", generator.random("coEditing", entry.index()).chance(0.8));
        card.put("masterUserId", entry.masterUserId());
        putUnlessEmpty(card, "sharedMembers", sharedMembers(entry));
        putUnlessEmpty(card, "tagResourceIds", new JsonArray(entry.tagIds()));
        card.put("name", generator.name(entry.index(), entry.revision()).toJson());
        CardDetails details = new CardDetails(generator, entry);
        putUnlessEmpty(card, "emails", details.emails());
        putUnlessEmpty(card, "phones", details.phones());
        putUnlessEmpty(card, "organizations", details.organizations());
        putUnlessEmpty(card, "locations", details.locations());
        putUnlessEmpty(card, "events", details.events());
        putUnlessEmpty(card, "messengers", details.messengers());
        putUnlessEmpty(card, "websites", details.websites());
        putUnlessEmpty(card, "photos", details.photos());
        details.memo().ifPresent(memo -> card.put("memo", memo));
        if (entry.external()) {
            card.put("worksAt", new JsonArray().add(worksAt(entry)));
        }
        return card.put("creationTime", time(entry.created())).put("modificationTime", time(entry.modified()));
    }

    /** Addresses and numbers alone. */
    JsonObject reachOf(ContactEntry entry) {
        CardDetails details = new CardDetails(generator, entry);
        return new JsonObject().put("emails", details.emails()).put("phones", details.phones());
    }

    /** An instant the way API 1.0 writes it: Japanese time, whole seconds. */
    static String time(long epochSecond) {
        return TIME.format(Instant.ofEpochSecond(epochSecond));
    }

    private static JsonArray sharedMembers(ContactEntry entry) {
        JsonArray members = new JsonArray();
        entry.sharedWith()
                .forEach(id -> members.add(new JsonObject().put("id", id).put("type", Directory.typeOf(id))));
        return members;
    }

    /** The members that added the contact are a list in the vendor's example and one string in its table; both occur. */
    private JsonObject worksAt(ContactEntry entry) {
        int turn = entry.index() / 9;
        JsonObject worksAt = new JsonObject()
                .put("type", WORKS_AT_TYPES.get(turn % WORKS_AT_TYPES.size()))
                .put("resourceId", generator.externalId(entry.index()));
        SeededRandom random = generator.random("buddies", entry.index());
        return turn % 3 == 1
                ? worksAt.put("buddyUserIds", entry.masterUserId())
                : worksAt.put("buddyUserIds", new JsonArray(random.sample(Directory.MEMBERS, random.between(1, 3))));
    }

    private static void putUnlessEmpty(JsonObject card, String key, JsonArray values) {
        if (!values.isEmpty()) {
            card.put(key, values);
        }
    }
}
