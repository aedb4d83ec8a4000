package dev.meishi.lineworks.v2;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads values whose shape the vendor's pages do not tell. What has another one than is likely is passed over: it is to
 * cost a field, and not each contact that has it.
 */
final class Leaves {

    private Leaves() {}

    /** A text; null for anything else. */
    static @Nullable Text text(JsonReader json) {
        return json.attempt(JsonReader::text, (again, unexpected) -> null);
    }

    /** A text, or the one before where there is none: several members may have it. */
    static @Nullable Text text(JsonReader json, @Nullable Text before) {
        Text found = text(json);
        return found == null ? before : found;
    }

    /** Yes; false for anything else. */
    static boolean isTrue(JsonReader json) {
        return Boolean.TRUE.equals(json.attempt(JsonReader::bool, (again, unexpected) -> null));
    }

    /** A list of texts, or its only one; empty for anything else. */
    static List<Text> texts(JsonReader json) {
        List<Text> found = json.attempt(again -> again.presentOrOne(JsonReader::text), (again, unexpected) -> null);
        return found == null ? List.of() : found;
    }
}
