package dev.meishi.sandbox.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members that a contact may have, in the words of API 1.0 and in the order in which it sends them. */
public final class ContactMembers {

    /** Where there is nothing but the value of the member. */
    private static final List<String> PLAIN = List.of();

    /** The members by name, with those of the object, or of each object of the list, that such a member is. */
    public static final Map<String, List<String>> ALL = all();

    /** The members that are lists. */
    public static final List<String> LISTS = List.of(
            "sharedMembers",
            "tagResourceIds",
            "emails",
            "phones",
            "organizations",
            "locations",
            "events",
            "messengers",
            "websites",
            "photos",
            "worksAt");

    private ContactMembers() {}

    private static Map<String, List<String>> all() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        members.put("resourceId", PLAIN);
        members.put("open", PLAIN);
        members.put("isCoEditing", PLAIN);
        members.put("masterUserId", PLAIN);
        members.put("sharedMembers", List.of("id", "type"));
        members.put("tagResourceIds", PLAIN);
        members.put(
                "name",
                List.of(
                        "lastName",
                        "firstName",
                        "phoneticLastName",
                        "phoneticFirstName",
                        "nickName",
                        "prefix",
                        "suffix",
                        "middleName"));
        members.put("emails", List.of("address", "represent"));
        members.put("phones", List.of("value", "type", "customType", "represent"));
        members.put("organizations", List.of("name", "department", "title", "represent"));
        members.put("locations", List.of("value", "zipcode", "type", "customType", "represent"));
        members.put("events", List.of("value", "dayType", "type", "customType", "represent"));
        members.put("messengers", List.of("id", "type", "customType", "represent"));
        members.put("websites", List.of("value", "represent"));
        members.put("photos", List.of("path", "represent"));
        members.put("memo", PLAIN);
        members.put("worksAt", List.of("type", "resourceId", "buddyUserIds"));
        members.put("creationTime", PLAIN);
        members.put("modificationTime", PLAIN);
        return members;
    }
}
