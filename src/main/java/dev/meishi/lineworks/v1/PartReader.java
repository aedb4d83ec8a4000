package dev.meishi.lineworks.v1;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactBuilder.Part;
import java.util.List;

/** Reads the parts of which a contact has lists; their members stand in the order in which they come. */
final class PartReader {

    private static final Members SHARED_MEMBER = Members.of("id", "type");
    private static final Members EMAIL = Members.of("address", "represent");
    private static final Members PHONE = Members.of("value", "type", "customType", "represent");
    private static final Members ORGANIZATION = Members.of("name", "department", "title", "represent");
    private static final Members LOCATION = Members.of("value", "zipcode", "type", "customType", "represent");
    private static final Members EVENT = Members.of("value", "dayType", "type", "customType", "represent");
    private static final Members MESSENGER = Members.of("id", "type", "customType", "represent");
    private static final Members WEBSITE = Members.of("value", "represent");
    private static final Members PHOTO = Members.of("path", "represent");
    private static final Members WORKS_AT = Members.of("type", "resourceId", "buddyUserIds");

    private final ContactBuilder<?> builder;

    PartReader(ContactBuilder<?> builder) {
        this.builder = builder;
    }

    /** Nothing in place of a list is an empty one. */
    void list(Part part, JsonReader json) {
        builder.begin(part);
        if (json.isList()) {
            while (json.hasElement()) {
                read(part, json);
            }
        }
    }

    /** Its only element may stand in place of a list. */
    void listOrOne(Part part, JsonReader json) {
        if (json.isListNext()) {
            list(part, json);
        } else {
            builder.begin(part);
            read(part, json);
        }
    }

    private void read(Part part, JsonReader json) {
        if (json.isObject()) {
            switch (part) {
                case SHARED_MEMBER -> sharedMember(json);
                case EMAIL -> email(json);
                case PHONE -> phone(json);
                case ORGANIZATION -> organization(json);
                case LOCATION -> location(json);
                case EVENT -> event(json);
                case MESSENGER -> messenger(json);
                case WEBSITE -> website(json);
                case PHOTO -> photo(json);
                case EXTERNAL -> worksAt(json);
                case CUSTOM_PROPERTY -> throw new IllegalArgumentException("API 1.0 has no custom properties");
            }
        }
    }

    private void sharedMember(JsonReader json) {
        Text id = null;
        Text type = null;
        for (int at = json.member(SHARED_MEMBER, Members.NONE);
                at != Members.NONE;
                at = json.member(SHARED_MEMBER, at)) {
            switch (at) {
                case 0 -> id = json.text();
                case 1 -> type = json.text();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.sharedMember(id, KindNames.SHARER.of(type), type);
    }

    private void email(JsonReader json) {
        Text address = null;
        boolean represent = false;
        for (int at = json.member(EMAIL, Members.NONE); at != Members.NONE; at = json.member(EMAIL, at)) {
            switch (at) {
                case 0 -> address = json.text();
                case 1 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.email(address, represent);
    }

    private void phone(JsonReader json) {
        Text value = null;
        Text type = null;
        Text customType = null;
        boolean represent = false;
        for (int at = json.member(PHONE, Members.NONE); at != Members.NONE; at = json.member(PHONE, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> type = json.text();
                case 2 -> customType = json.text();
                case 3 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.phone(value, KindNames.PHONE.of(type), type, customType, represent);
    }

    private void organization(JsonReader json) {
        Text name = null;
        Text department = null;
        Text title = null;
        boolean represent = false;
        for (int at = json.member(ORGANIZATION, Members.NONE); at != Members.NONE; at = json.member(ORGANIZATION, at)) {
            switch (at) {
                case 0 -> name = json.text();
                case 1 -> department = json.text();
                case 2 -> title = json.text();
                case 3 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.organization(name, department, title, represent);
    }

    private void location(JsonReader json) {
        Text value = null;
        Text zipcode = null;
        Text type = null;
        Text customType = null;
        boolean represent = false;
        for (int at = json.member(LOCATION, Members.NONE); at != Members.NONE; at = json.member(LOCATION, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> zipcode = json.text();
                case 2 -> type = json.text();
                case 3 -> customType = json.text();
                case 4 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.location(value, zipcode, KindNames.LOCATION.of(type), type, customType, represent);
    }

    private void event(JsonReader json) {
        Text value = null;
        Text dayType = null;
        Text type = null;
        Text customType = null;
        boolean represent = false;
        for (int at = json.member(EVENT, Members.NONE); at != Members.NONE; at = json.member(EVENT, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> dayType = json.text();
                case 2 -> type = json.text();
                case 3 -> customType = json.text();
                case 4 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.event(
                value, KindNames.calendar(dayType), dayType, KindNames.EVENT.of(type), type, customType, represent);
    }

    private void messenger(JsonReader json) {
        Text id = null;
        Text type = null;
        Text customType = null;
        boolean represent = false;
        for (int at = json.member(MESSENGER, Members.NONE); at != Members.NONE; at = json.member(MESSENGER, at)) {
            switch (at) {
                case 0 -> id = json.text();
                case 1 -> type = json.text();
                case 2 -> customType = json.text();
                case 3 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.messenger(id, KindNames.MESSENGER.of(type), type, customType, represent);
    }

    private void website(JsonReader json) {
        Text value = null;
        boolean represent = false;
        for (int at = json.member(WEBSITE, Members.NONE); at != Members.NONE; at = json.member(WEBSITE, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.website(value, represent);
    }

    private void photo(JsonReader json) {
        Text path = null;
        boolean represent = false;
        for (int at = json.member(PHOTO, Members.NONE); at != Members.NONE; at = json.member(PHOTO, at)) {
            switch (at) {
                case 0 -> path = json.text();
                case 1 -> represent = json.isTrue();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.photo(path, represent);
    }

    private void worksAt(JsonReader json) {
        Text type = null;
        Text resourceId = null;
        List<Text> buddyUserIds = List.of();
        for (int at = json.member(WORKS_AT, Members.NONE); at != Members.NONE; at = json.member(WORKS_AT, at)) {
            switch (at) {
                case 0 -> type = json.text();
                case 1 -> resourceId = json.text();
                case 2 -> buddyUserIds = json.presentOrOne(JsonReader::text);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.external(KindNames.EXTERNAL.of(type), type, resourceId, buddyUserIds);
    }
}
