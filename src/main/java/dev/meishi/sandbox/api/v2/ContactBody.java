package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.TenantData;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a contact as API 2.0 does, from what the store has in the words of 1.0. Whatever stands in its member {@code v2},
 * which only a contact that was added by hand has, takes the place of what would stand there.
 */
final class ContactBody {

    private static final List<String> NAME_PARTS = List.of(
            "lastName",
            "firstName",
            "phoneticLastName",
            "phoneticFirstName",
            "nickName",
            "prefix",
            "suffix",
            "middleName");
    private static final Map<String, String> LETTERS = Map.of("USER", "U", "ORGUNIT", "O", "GROUP", "G");

    private final TenantData data;
    private final BodyReadings readings;
    private final LeafNames names;

    ContactBody(TenantData data, BodyReadings readings) {
        this.data = data;
        this.readings = readings;
        names = readings.leafNames();
    }

    JsonObject of(ContactEntry entry) {
        JsonObject card = data.contacts().inFull(entry);
        JsonObject body = new JsonObject()
                .put("contactId", card.getValue("resourceId"))
                .put("permission", permission(card))
                .put("contactName", name(card.getValue("name")))
                .put("linkedExternalUser", ExternalUser.of(card.getValue("worksAt"), readings))
                .put(
                        "emails",
                        Part.list(
                                card.getValue("emails"),
                                part -> part.rename("address", "email").primary()))
                .put("telephones", Part.list(card.getValue("phones"), this::telephone))
                .put(
                        "organizations",
                        Part.list(
                                card.getValue("organizations"),
                                part -> part.keep("name")
                                        .keep("department")
                                        .keep("title")
                                        .primary()))
                .put("events", Part.list(card.getValue("events"), this::event))
                .put("locations", Part.list(card.getValue("locations"), this::location))
                .put("messengers", Part.list(card.getValue("messengers"), this::messenger))
                .put(
                        "websites",
                        Part.list(
                                card.getValue("websites"),
                                part -> part.rename("value", names.website()).primary()))
                .put("memo", card.getValue("memo"))
                .put("contactTagIds", card.getValue("tagResourceIds", new JsonArray()))
                .put("customProperties", new PropertyBody(data.people(), readings.customPropertyValues()).of(entry))
                .put("createdTime", ReadTimes.in(readings.times(), card.getValue("creationTime")))
                .put("modifiedTime", ReadTimes.in(readings.times(), card.getValue("modificationTime")));
        if (card.getValue("v2") instanceof JsonObject byHand) {
            byHand.forEach(member -> body.put(member.getKey(), member.getValue()));
        }
        return readings.nulls() == BodyReadings.Nulls.SENT ? body : Blanks.without(body);
    }

    private JsonObject permission(JsonObject card) {
        boolean open = Boolean.TRUE.equals(card.getValue("open"));
        return new JsonObject()
                .put("accessibleRange", open ? "ALL" : "MEMBER")
                .put("masterUserId", card.getValue("masterUserId"))
                .put("isCoEditing", card.getValue("isCoEditing", true))
                .put(
                        "accessibleMembers",
                        Part.list(
                                card.getValue("sharedMembers"),
                                part -> part.keep("id").put("type", memberType(part.value("type")))));
    }

    private @Nullable Object memberType(@Nullable Object type) {
        boolean letters = readings.memberTypes() == BodyReadings.MemberTypes.LETTERS;
        return letters && type instanceof String word ? LETTERS.getOrDefault(word, word) : type;
    }

    private static Object name(@Nullable Object name) {
        if (!(name instanceof JsonObject object)) {
            return name == null ? new JsonObject() : name;
        }
        JsonObject parts = new JsonObject();
        NAME_PARTS.forEach(part -> parts.put(part, object.getValue(part)));
        return parts;
    }

    private Part telephone(Part phone) {
        Object type = phone.value("type");
        return phone.rename("value", "telephone")
                .put("type", "MOBILE".equals(type) ? "CELLPHONE" : type)
                .renameIfThere("customType", names.label())
                .primary();
    }

    private Part event(Part event) {
        Object day = event.value("value");
        Object calendar = event.value("dayType");
        return event.keep("type")
                .renameIfThere("customType", names.label())
                .put(names.day(), day == null ? null : names.dayOf(day))
                .put(names.calendar(), calendar == null ? null : names.calendarOf(calendar))
                .primary();
    }

    private Part location(Part location) {
        return location.keep("type")
                .renameIfThere("customType", names.label())
                .rename("value", names.place())
                .rename("zipcode", names.zipcode())
                .primary();
    }

    private Part messenger(Part messenger) {
        Object type = messenger.value("type");
        boolean renamed = "TWITTER".equals(type) && readings.twitter() == BodyReadings.Twitter.X;
        if (type != null) {
            names.putMessengerType(messenger.target(), renamed ? "X" : type);
        }
        return messenger
                .rename("id", names.messenger())
                .renameIfThere("customType", names == LeafNames.NOUN ? "customProtocol" : names.label())
                .primary();
    }
}
