package economy;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulator says of a contact.
 *
 * @param created epoch seconds
 * @param modified epoch seconds
 * @param name family name and given name, with NUL between
 */
record Contact(String id, long created, long modified, String name) {

    /** What an order sorts by; contacts of one key stand in the order they were added. */
    Object key(Order.Field field) {
        return switch (field) {
            case CREATION_TIME -> created;
            case MODIFICATION_TIME -> modified;
            case NAME -> name;
        };
    }

    Contact modifiedAt(long time) {
        return new Contact(id, created, time, name);
    }

    Contact named(String family) {
        return new Contact(id, created, modified, family + "\0" + name.substring(name.indexOf('\0') + 1));
    }

    /** As LINE WORKS would send it. */
    Map<String, Object> card() {
        int end = name.indexOf('\0');
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("resourceId", id);
        card.put("open", true);
        card.put("name", Map.of("lastName", name.substring(0, end), "firstName", name.substring(end + 1)));
        card.put("creationTime", time(created));
        card.put("modificationTime", time(modified));
        return card;
    }

    /** Japanese time, as LINE WORKS writes it. */
    static String time(long epochSecond) {
        return Span.text(epochSecond, ZoneOffset.ofHours(9));
    }

    static List<String> ids(List<Contact> contacts) {
        return contacts.stream().map(Contact::id).toList();
    }
}
