package dev.meishi.lineworks;

import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Text;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Contacts as LINE WORKS sends them: written as JSON, and read of that by the gateway. */
public final class SentJson {

    private SentJson() {}

    /** What a contact is read as. */
    public static <C> C read(ContactPayload contact, JsonReader.Value<C> reader) {
        return Objects.requireNonNull(JsonReader.read(of(contact), reader));
    }

    private static byte[] of(Object value) {
        JsonBuffer json = new JsonBuffer(0);
        write(value, json);
        return Arrays.copyOf(json.array(), json.length());
    }

    private static void write(@Nullable Object value, JsonBuffer json) {
        if (value == null) {
            json.none();
        } else if (value instanceof Boolean bool) {
            json.bool(bool);
        } else if (value instanceof Text text) {
            json.text(text);
        } else if (value instanceof List<?> list) {
            json.raw('[');
            for (int i = 0; i < list.size(); i++) {
                separate(i, json);
                write(list.get(i), json);
            }
            json.raw(']');
        } else {
            json.raw('{');
            List<RecordComponent> components = OddBodies.components(value.getClass());
            for (int i = 0; i < components.size(); i++) {
                separate(i, json);
                json.string(components.get(i).getName());
                json.raw(':');
                write(OddBodies.value(components.get(i), value), json);
            }
            json.raw('}');
        }
    }

    private static void separate(int place, JsonBuffer json) {
        if (place > 0) {
            json.raw(',');
        }
    }
}
