package dev.meishi.lineworks.v2;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;

/** Reads a contact's name. Whether lists have all eight parts of it is not known: where one of the last three is there, they have. */
final class NameReader {

    private static final int FIRST_DETAIL = 5;

    private final Members members;
    private final ContactBuilder<?> builder;
    private final boolean isAlone;

    NameReader(ContactMembers members, ContactBuilder<?> builder, boolean isAlone) {
        this.members = members.name;
        this.builder = builder;
        this.isAlone = isAlone;
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
        boolean hasDetails = isAlone;
        if (json.isObject()) {
            for (int at = json.member(members, Members.NONE); at != Members.NONE; at = json.member(members, at)) {
                hasDetails |= at >= FIRST_DETAIL;
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
        if (hasDetails) {
            builder.nameDetails(prefix, suffix, middle);
        }
    }
}
