package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Makes of a contact one that a user interface seldom meets: each kind of oddity in four forms, which take turns. */
final class OddContact {

    private static final String UNKNOWN = "FUTURE_TYPE";

    private OddContact() {}

    /**
     * Changes a contact to what the contents are about.
     *
     * @param card in full
     * @param index whose remainder by four is the form
     */
    static JsonObject of(Contents contents, JsonObject card, int index) {
        switch (contents) {
            case NAMELESS -> withoutName(card, index % 4);
            case NULLS -> withNulls(card, index % 4);
            case UNKNOWN_TYPES -> withUnknownTypes(card);
            case SEEDED, NONE -> {}
        }
        return card;
    }

    /** No name, an empty one, one of blanks, and one of which nothing else is known either. */
    private static void withoutName(JsonObject card, int form) {
        card.remove("name");
        switch (form) {
            case 0 -> {}
            case 1 -> card.put("name", new JsonObject());
            case 2 -> card.put("name", new JsonObject().put("lastName", "").put("firstName", " "));
            default -> List.of("emails", "phones", "organizations").forEach(card::remove);
        }
    }

    /** Null itself, objects with nulls, lists with null, and nothing in lists and texts. */
    private static void withNulls(JsonObject card, int form) {
        ContactMembers.ALL.forEach((member, parts) -> {
            boolean isList = ContactMembers.LISTS.contains(member);
            if (member.equals("resourceId")) {
                return;
            }
            if (form == 0) {
                card.putNull(member);
            } else if (isList) {
                card.put(member, list(parts, form));
            } else if (member.equals("name")) {
                card.put(member, nulls(parts));
            } else if (member.equals("memo")) {
                card.put(member, form == 3 ? "" : null);
            }
        });
    }

    private static JsonArray list(List<String> parts, int form) {
        JsonArray list = new JsonArray();
        if (form == 3) {
            return list;
        }
        return form == 2 || parts.isEmpty() ? list.addNull() : list.add(nulls(parts));
    }

    private static JsonObject nulls(List<String> members) {
        JsonObject object = new JsonObject();
        members.forEach(object::putNull);
        return object;
    }

    private static void withUnknownTypes(JsonObject card) {
        for (String member : ContactMembers.LISTS) {
            if (!member.equals("tagResourceIds")) {
                JsonArray parts = card.getJsonArray(member, new JsonArray());
                for (int i = 0; i < parts.size(); i++) {
                    putUnknownTypes(parts.getJsonObject(i));
                }
            }
        }
    }

    private static void putUnknownTypes(JsonObject part) {
        for (String type : List.of("type", "dayType")) {
            if (part.containsKey(type)) {
                part.put(type, UNKNOWN);
            }
        }
    }
}
