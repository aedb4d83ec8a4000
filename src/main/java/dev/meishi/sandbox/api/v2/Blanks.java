package dev.meishi.sandbox.api.v2;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Leaves out what has no value, where that is how a body is read: nulls, empty lists and empty objects. */
final class Blanks {

    private Blanks() {}

    static JsonObject without(JsonObject object) {
        JsonObject present = new JsonObject();
        object.forEach(member -> {
            Object value = member.getValue();
            if (value instanceof JsonObject inner) {
                value = without(inner);
            } else if (value instanceof JsonArray list) {
                value = without(list);
            }
            boolean blank = value == null
                    || (value instanceof JsonArray list && list.isEmpty())
                    || (value instanceof JsonObject inner && inner.isEmpty());
            if (!blank) {
                present.put(member.getKey(), value);
            }
        });
        return present;
    }

    private static JsonArray without(JsonArray list) {
        JsonArray present = new JsonArray();
        list.forEach(element -> present.add(element instanceof JsonObject object ? without(object) : element));
        return present;
    }
}
