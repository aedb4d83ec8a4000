package dev.meishi.lineworks.v1;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;

/** Reads a contact's name: five parts in every list, eight of a single contact (vendor pages: list, get one). */
final class NameReader {

    private static final Members MEMBERS =
            Members.of("lastName", "firstName", "phoneticLastName", "phoneticFirstName", "nickName");

    private static final Members OF_ONE = Members.of(
            "lastName",
            "firstName",
            "phoneticLastName",
            "phoneticFirstName",
            "nickName",
            "prefix",
            "suffix",
            "middleName");

    private final ContactBuilder<?> builder;
    private final boolean isAlone;
    private final Members members;

    NameReader(ContactBuilder<?> builder, boolean isAlone) {
        this.builder = builder;
        this.isAlone = isAlone;
        this.members = isAlone ? OF_ONE : MEMBERS;
    }

    /** Nothing in place of a name is a name without parts. */
    void read(JsonReader json) {
        Text last = null;
        Text first = null;
        Text phoneticLast = null;
        Text phoneticFirst = null;
        Text nick = null;
        Text prefix = null;
        Text suffix = null;
        Text middle = null;
        if (json.isObject()) {
            for (int at = json.member(members, Members.NONE); at != Members.NONE; at = json.member(members, at)) {
                switch (at) {
                    case 0 -> last = json.text();
                    case 1 -> first = json.text();
                    case 2 -> phoneticLast = json.text();
                    case 3 -> phoneticFirst = json.text();
                    case 4 -> nick = json.text();
                    case 5 -> prefix = json.text();
                    case 6 -> suffix = json.text();
                    case 7 -> middle = json.text();
                    default -> throw new IndexOutOfBoundsException(at);
                }
            }
        }
        builder.name(last, first, phoneticLast, phoneticFirst, nick);
        if (isAlone) {
            builder.nameDetails(prefix, suffix, middle);
        }
    }
}
