package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;

/** Changes a JSON object by another, as JSON Merge Patch does (RFC 7396). */
final class MergePatch {

    private MergePatch() {}

    /**
     * Applies a patch: its members replace those of the target, null takes one out, and an object changes the object that is
     * there.
     *
     * @param target changed in place
     * @return the target
     */
    static JsonObject apply(JsonObject target, JsonObject patch) {
        for (String name : patch.fieldNames()) {
            Object value = patch.getValue(name);
            if (value == null) {
                target.remove(name);
            } else if (value instanceof JsonObject members) {
                boolean isObject = target.getValue(name) instanceof JsonObject;
                target.put(name, apply(isObject ? target.getJsonObject(name) : new JsonObject(), members));
            } else {
                target.put(name, value);
            }
        }
        return target;
    }
}
