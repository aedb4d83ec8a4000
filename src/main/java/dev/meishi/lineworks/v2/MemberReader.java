package dev.meishi.lineworks.v2;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.json.ValueReader;
import dev.meishi.lineworks.UpstreamMember;
import org.jspecify.annotations.Nullable;

/** Reads who stands in a list of members, groups or organizations; whatever else it says of them is passed over. */
final class MemberReader implements ValueReader<UpstreamMember> {

    private static final Members MEMBERS =
            Members.of("id", "userId", "orgUnitId", "name", "orgUnitName", "userName", "email");

    private static final Members USER_NAME = Members.of("lastName", "firstName");

    @Override
    public @Nullable UpstreamMember read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text id = null;
        Text email = null;
        String name = null;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0, 1, 2 -> id = json.text();
                case 3, 4 -> name = Text.string(json.text());
                case 5 -> name = fullName(json);
                case 6 -> email = json.text();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        return new UpstreamMember(Text.string(id), name, Text.string(email));
    }

    /** Family name first, with a blank, as the light lists have it. */
    private static @Nullable String fullName(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        String last = null;
        String first = null;
        for (int at = json.member(USER_NAME, Members.NONE); at != Members.NONE; at = json.member(USER_NAME, at)) {
            switch (at) {
                case 0 -> last = Text.string(json.text());
                case 1 -> first = Text.string(json.text());
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        return last == null || first == null ? (last == null ? first : last) : last + " " + first;
    }
}
