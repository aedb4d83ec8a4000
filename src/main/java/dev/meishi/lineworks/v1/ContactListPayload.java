package dev.meishi.lineworks.v1;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.json.ValueReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a v3 list call.
 *
 * @param <C> what a contact is read as
 * @param contacts the page, absent if there is none
 * @param nextPage number of the next page, "returned only if there is a next page"
 * @param code an error's code, in whatever key the family has for it
 * @param message an error's text
 */
record ContactListPayload<C>(
        @Nullable List<C> contacts,
        @Nullable Integer nextPage,
        @Nullable Text code,
        @Nullable Text message) {

    private static final Members MEMBERS = Members.of(
            "contacts", "nextPage", "code", "errorCode", "failType", "message", "errorMessage", "description");

    static <C> @Nullable ContactListPayload<C> read(JsonReader json, ValueReader<C> contact) {
        if (!json.isObject()) {
            return null;
        }
        List<C> contacts = null;
        Integer nextPage = null;
        Text code = null;
        Text message = null;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> contacts = json.list(contact);
                case 1 -> nextPage = json.integer();
                case 2, 3, 4 -> code = json.text();
                case 5, 6, 7 -> message = json.text();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        return new ContactListPayload<>(contacts, nextPage, code, message);
    }
}
