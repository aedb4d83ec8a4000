package dev.meishi.lineworks;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactPayload.Email;
import dev.meishi.lineworks.ContactPayload.Event;
import dev.meishi.lineworks.ContactPayload.Location;
import dev.meishi.lineworks.ContactPayload.Messenger;
import dev.meishi.lineworks.ContactPayload.Organization;
import dev.meishi.lineworks.ContactPayload.Phone;
import dev.meishi.lineworks.ContactPayload.Photo;
import dev.meishi.lineworks.ContactPayload.SharedMember;
import dev.meishi.lineworks.ContactPayload.Website;
import org.jspecify.annotations.Nullable;

/** Reads what a contact has lists of: one method for each shape. */
final class ContactParts {

    private static final Members SHARED_MEMBER = Members.of("id", "type");
    private static final Members EMAIL = Members.of("address", "represent");
    private static final Members PHONE = Members.of("value", "type", "customType", "represent");
    private static final Members ORGANIZATION = Members.of("name", "department", "title", "represent");
    private static final Members LOCATION = Members.of("value", "zipcode", "type", "customType", "represent");
    private static final Members EVENT = Members.of("value", "dayType", "type", "customType", "represent");
    private static final Members MESSENGER = Members.of("id", "type", "customType", "represent");
    private static final Members WEBSITE = Members.of("value", "represent");
    private static final Members PHOTO = Members.of("path", "represent");

    private ContactParts() {}

    static @Nullable SharedMember sharedMember(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text id = null;
        Text type = null;
        for (int at = json.member(SHARED_MEMBER, Members.NONE);
                at != Members.NONE;
                at = json.member(SHARED_MEMBER, at)) {
            switch (at) {
                case 0 -> id = json.text();
                default -> type = json.text();
            }
        }
        return new SharedMember(id, type);
    }

    static @Nullable Email email(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text address = null;
        Boolean represent = null;
        for (int at = json.member(EMAIL, Members.NONE); at != Members.NONE; at = json.member(EMAIL, at)) {
            switch (at) {
                case 0 -> address = json.text();
                default -> represent = json.bool();
            }
        }
        return new Email(address, represent);
    }

    static @Nullable Phone phone(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text value = null;
        Text type = null;
        Text customType = null;
        Boolean represent = null;
        for (int at = json.member(PHONE, Members.NONE); at != Members.NONE; at = json.member(PHONE, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> type = json.text();
                case 2 -> customType = json.text();
                default -> represent = json.bool();
            }
        }
        return new Phone(value, type, customType, represent);
    }

    static @Nullable Organization organization(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text name = null;
        Text department = null;
        Text title = null;
        Boolean represent = null;
        for (int at = json.member(ORGANIZATION, Members.NONE); at != Members.NONE; at = json.member(ORGANIZATION, at)) {
            switch (at) {
                case 0 -> name = json.text();
                case 1 -> department = json.text();
                case 2 -> title = json.text();
                default -> represent = json.bool();
            }
        }
        return new Organization(name, department, title, represent);
    }

    static @Nullable Location location(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text value = null;
        Text zipcode = null;
        Text type = null;
        Text customType = null;
        Boolean represent = null;
        for (int at = json.member(LOCATION, Members.NONE); at != Members.NONE; at = json.member(LOCATION, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> zipcode = json.text();
                case 2 -> type = json.text();
                case 3 -> customType = json.text();
                default -> represent = json.bool();
            }
        }
        return new Location(value, zipcode, type, customType, represent);
    }

    static @Nullable Event event(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text value = null;
        Text dayType = null;
        Text type = null;
        Text customType = null;
        Boolean represent = null;
        for (int at = json.member(EVENT, Members.NONE); at != Members.NONE; at = json.member(EVENT, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> dayType = json.text();
                case 2 -> type = json.text();
                case 3 -> customType = json.text();
                default -> represent = json.bool();
            }
        }
        return new Event(value, dayType, type, customType, represent);
    }

    static @Nullable Messenger messenger(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text id = null;
        Text type = null;
        Text customType = null;
        Boolean represent = null;
        for (int at = json.member(MESSENGER, Members.NONE); at != Members.NONE; at = json.member(MESSENGER, at)) {
            switch (at) {
                case 0 -> id = json.text();
                case 1 -> type = json.text();
                case 2 -> customType = json.text();
                default -> represent = json.bool();
            }
        }
        return new Messenger(id, type, customType, represent);
    }

    static @Nullable Website website(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text value = null;
        Boolean represent = null;
        for (int at = json.member(WEBSITE, Members.NONE); at != Members.NONE; at = json.member(WEBSITE, at)) {
            switch (at) {
                case 0 -> value = json.text();
                default -> represent = json.bool();
            }
        }
        return new Website(value, represent);
    }

    static @Nullable Photo photo(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text path = null;
        Boolean represent = null;
        for (int at = json.member(PHOTO, Members.NONE); at != Members.NONE; at = json.member(PHOTO, at)) {
            switch (at) {
                case 0 -> path = json.text();
                default -> represent = json.bool();
            }
        }
        return new Photo(path, represent);
    }
}
