package speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A contact of the book, which is in the form of API 1.0, in that of API 2.0. Where the vendor's pages do not name a
 * member, it is called as in the objects of members.
 */
final class SecondForm {

    private static final Map<String, String> TYPES = Map.of("MOBILE", "CELLPHONE", "WORKSAT", "WORKS");

    private SecondForm() {}

    static ObjectNode of(ObjectNode contact) {
        ObjectNode second = JsonNodeFactory.instance.objectNode();
        second.set("contactId", contact.get("resourceId"));
        ObjectNode permission = second.putObject("permission");
        permission.put("accessibleRange", contact.path("open").asBoolean() ? "ALL" : "MEMBER");
        permission.set("masterUserId", contact.get("masterUserId"));
        permission.set("isCoEditing", contact.get("isCoEditing"));
        permission.set("accessibleMembers", contact.path("sharedMembers").deepCopy());
        second.set("contactName", contact.get("name"));
        second.set("linkedExternalUser", external(contact.path("worksAt").path(0)));
        second.set("emails", parts(contact.path("emails"), Map.of("address", "email")));
        second.set("telephones", parts(contact.path("phones"), Map.of("value", "telephone")));
        second.set("organizations", parts(contact.path("organizations"), Map.of()));
        second.set("locations", parts(contact.path("locations"), Map.of("value", "address", "zipcode", "postalCode")));
        second.set("events", parts(contact.path("events"), Map.of("value", "date", "dayType", "calendarType")));
        second.set("messengers", parts(contact.path("messengers"), Map.of("id", "messengerId")));
        second.set("websites", parts(contact.path("websites"), Map.of("value", "website")));
        second.set("memo", contact.get("memo"));
        second.set("contactTagIds", contact.get("tagResourceIds"));
        second.putObject("customProperties");
        second.set("createdTime", contact.get("creationTime"));
        second.set("modifiedTime", contact.get("modificationTime"));
        return second;
    }

    private static JsonNode external(JsonNode worksAt) {
        if (worksAt.isMissingNode()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode external = JsonNodeFactory.instance.objectNode();
        external.set("id", worksAt.get("resourceId"));
        external.set("type", type(worksAt.path("type")));
        external.set("buddyUserIds", worksAt.get("buddyUserIds"));
        return external;
    }

    private static ArrayNode parts(JsonNode parts, Map<String, String> names) {
        ArrayNode second = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> {
            ObjectNode one = second.addObject();
            part.properties().forEach(member -> {
                String name = member.getKey().equals("represent") ? "primary" : member.getKey();
                one.set(
                        names.getOrDefault(name, name),
                        name.equals("type") ? type(member.getValue()) : member.getValue());
            });
        });
        return second;
    }

    private static JsonNode type(JsonNode type) {
        String text = type.asText();
        return JsonNodeFactory.instance.textNode(TYPES.getOrDefault(text, text));
    }
}
