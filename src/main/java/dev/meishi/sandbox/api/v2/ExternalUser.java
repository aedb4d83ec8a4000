package dev.meishi.sandbox.api.v2;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code linkedExternalUser}: one object or null, where API 1.0 has several forms of {@code worksAt}. */
final class ExternalUser {

    private ExternalUser() {}

    static @Nullable Object of(@Nullable Object worksAt, BodyReadings readings) {
        if (worksAt instanceof JsonArray list) {
            return list.isEmpty() ? null : of(list.getValue(0), readings);
        }
        return worksAt instanceof JsonObject user
                ? new JsonObject()
                        .put("id", user.getValue("resourceId"))
                        .put("type", type(user.getValue("type"), readings))
                        .put("buddyUserIds", list(user.getValue("buddyUserIds")))
                : worksAt;
    }

    private static @Nullable Object type(@Nullable Object type, BodyReadings readings) {
        if (!(type instanceof String text)) {
            return type;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "WORKSAT" -> "WORKS";
            case "LINE" -> readings.externalUserType().name();
            default -> upper;
        };
    }

    private static Object list(@Nullable Object ids) {
        if (ids == null) {
            return new JsonArray();
        }
        return ids instanceof String one ? new JsonArray().add(one) : ids;
    }
}
