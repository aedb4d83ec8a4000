package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the index entry out of a contact given as JSON. Whatever is missing or odd is left out of lists and filters. */
final class VerbatimContact {

    private VerbatimContact() {}

    /**
     * The entry of a contact.
     *
     * @param revision how often one that follows from the seed was changed; 0 for one that was given as a whole
     * @param now what a missing time counts as, in epoch seconds
     */
    static ContactEntry entry(JsonObject contact, int index, int revision, long now) {
        PersonName name =
                PersonName.from(contact.getValue("name") instanceof JsonObject json ? json : new JsonObject());
        return new ContactEntry(
                index,
                revision,
                contact.getString("resourceId"),
                ContactEntry.sortName(name),
                ContactEntry.searchText(name, texts(contact, "organizations", "name")),
                list(contact, "tagResourceIds")
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList(),
                Objects.equals(contact.getValue("open"), true),
                isExternal(contact.getValue("worksAt")),
                contact.getValue("masterUserId") instanceof String master ? master : null,
                texts(contact, "sharedMembers", "id").toList(),
                time(contact.getValue("creationTime"), now),
                time(contact.getValue("modificationTime"), now),
                contact.copy());
    }

    private static boolean isExternal(Object worksAt) {
        return worksAt instanceof JsonObject || (worksAt instanceof JsonArray list && !list.isEmpty());
    }

    private static Stream<String> texts(JsonObject contact, String list, String key) {
        return list(contact, list)
                .filter(JsonObject.class::isInstance)
                .map(part -> ((JsonObject) part).getValue(key))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Stream<Object> list(JsonObject contact, String key) {
        return contact.getValue(key) instanceof JsonArray list ? list.stream() : Stream.of();
    }

    private static long time(Object value, long now) {
        try {
            return value instanceof String text ? OffsetDateTime.parse(text).toEpochSecond() : now;
        } catch (DateTimeException notATime) {
            return now;
        }
    }
}
