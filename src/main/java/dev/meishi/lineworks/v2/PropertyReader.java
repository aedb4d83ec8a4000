package dev.meishi.lineworks.v2;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactBuilder.Part;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of custom properties. The vendor's pages tell that they are texts or links, and that one may be the
 * default one; so a property has one value or a list of them, and a value is a text or an object. What has another form is
 * passed over: the JSON of all values is there as it came.
 */
final class PropertyReader {

    private final Members members;
    private final ContactBuilder<?> builder;

    PropertyReader(ContactMembers members, ContactBuilder<?> builder) {
        this.members = members.propertyValue;
        this.builder = builder;
    }

    /** Anything but an object in place of the properties is none, and so is an object that cannot be read. */
    void read(JsonReader json) {
        if (json.isObjectNext()) {
            json.attempt(this::properties, (again, unexpected) -> none());
        } else {
            none();
            json.pass();
        }
    }

    private @Nullable Object none() {
        builder.begin(Part.CUSTOM_PROPERTY);
        return null;
    }

    private @Nullable Object properties(JsonReader json) {
        builder.begin(Part.CUSTOM_PROPERTY);
        if (json.isObject()) {
            for (Text name = json.memberName(); name != null; name = json.memberName()) {
                ByteBuffer sent = json.rawAhead();
                values(json);
                builder.customProperty(name, sent);
            }
        }
        return null;
    }

    private void values(JsonReader json) {
        if (json.isListNext() && json.isList()) {
            while (json.hasElement()) {
                json.attempt(this::value, (again, unexpected) -> null);
            }
        } else {
            json.attempt(this::value, (again, unexpected) -> null);
        }
    }

    private @Nullable Object value(JsonReader json) {
        if (json.isObjectNext()) {
            object(json);
        } else {
            Text text = json.text();
            if (text != null) {
                builder.customPropertyValue(text, null, false);
            }
        }
        return null;
    }

    private void object(JsonReader json) {
        Text text = null;
        Text link = null;
        boolean primary = false;
        if (json.isObject()) {
            for (int at = json.member(members, Members.NONE); at != Members.NONE; at = json.member(members, at)) {
                switch (at) {
                    case 0, 1 -> text = Leaves.text(json, text);
                    case 2, 4 -> link = Leaves.text(json, link);
                    case 3, 5 -> primary |= Leaves.isTrue(json);
                    default -> throw new IndexOutOfBoundsException(at);
                }
            }
        }
        if (text != null || link != null) {
            builder.customPropertyValue(text, link, primary);
        }
    }
}
