package dev.meishi.lineworks.v2;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactBuilder.Part;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads who may see and change a contact. */
final class PermissionReader {

    private final Members members;
    private final ContactBuilder<?> builder;
    private final PartReader parts;

    PermissionReader(ContactMembers members, ContactBuilder<?> builder, PartReader parts) {
        this.members = members.permission;
        this.builder = builder;
        this.parts = parts;
    }

    /** Nothing in place of a permission says nothing. */
    void read(JsonReader json) {
        if (!json.isObject()) {
            return;
        }
        for (int at = json.member(members, Members.NONE); at != Members.NONE; at = json.member(members, at)) {
            switch (at) {
                case 0 -> builder.open(isOpen(json.text()));
                case 1 -> builder.master(json.text());
                case 2 -> builder.coEditing(json.bool());
                case 3 -> parts.list(Part.SHARED_MEMBER, json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
    }

    /** Of a range that nobody knows it is not known either. */
    private static @Nullable Boolean isOpen(@Nullable Text accessibleRange) {
        String range = accessibleRange == null ? "" : accessibleRange.toString().toUpperCase(Locale.ROOT);
        return switch (range) {
            case "ALL" -> true;
            case "MEMBER" -> false;
            default -> null;
        };
    }
}
