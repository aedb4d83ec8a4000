package dev.meishi.lineworks.v2;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactBuilder.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of which a contact has lists. */
final class PartReader {

    private final ContactMembers members;
    private final ContactBuilder<?> builder;

    /** What an object in place of a messenger's protocol says. */
    private @Nullable Text protocol;

    private @Nullable Text protocolLabel;

    PartReader(ContactMembers members, ContactBuilder<?> builder) {
        this.members = members;
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

    /** Nothing in place of the one part is none. */
    void one(Part part, JsonReader json) {
        builder.begin(part);
        read(part, json);
    }

    private void read(Part part, JsonReader json) {
        if (json.isObject()) {
            switch (part) {
                case SHARED_MEMBER -> sharer(json);
                case EMAIL -> email(json);
                case PHONE -> telephone(json);
                case ORGANIZATION -> organization(json);
                case LOCATION -> location(json);
                case EVENT -> event(json);
                case MESSENGER -> messenger(json);
                case WEBSITE -> website(json);
                case EXTERNAL -> external(json);
                case PHOTO -> throw new IllegalArgumentException("API 2.0 sends no photos with a contact");
                case CUSTOM_PROPERTY -> throw new IllegalArgumentException("Custom properties are no list");
            }
        }
    }

    private void sharer(JsonReader json) {
        Text id = null;
        Text type = null;
        for (int at = json.member(members.sharer, Members.NONE);
                at != Members.NONE;
                at = json.member(members.sharer, at)) {
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
        boolean primary = false;
        for (int at = json.member(members.email, Members.NONE);
                at != Members.NONE;
                at = json.member(members.email, at)) {
            switch (at) {
                case 0, 2 -> address = Leaves.text(json, address);
                case 1, 3 -> primary |= Leaves.isTrue(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.email(address, primary);
    }

    private void telephone(JsonReader json) {
        Text number = null;
        Text type = null;
        Text label = null;
        boolean primary = false;
        for (int at = json.member(members.telephone, Members.NONE);
                at != Members.NONE;
                at = json.member(members.telephone, at)) {
            switch (at) {
                case 0, 5 -> number = Leaves.text(json, number);
                case 1 -> type = json.text();
                case 2, 4 -> label = Leaves.text(json, label);
                case 3, 6 -> primary |= Leaves.isTrue(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.phone(number, KindNames.PHONE.of(type), type, label, primary);
    }

    private void organization(JsonReader json) {
        Text name = null;
        Text department = null;
        Text title = null;
        boolean primary = false;
        for (int at = json.member(members.organization, Members.NONE);
                at != Members.NONE;
                at = json.member(members.organization, at)) {
            switch (at) {
                case 0 -> name = json.text();
                case 1 -> department = json.text();
                case 2 -> title = json.text();
                case 3, 4 -> primary |= Leaves.isTrue(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.organization(name, department, title, primary);
    }

    private void location(JsonReader json) {
        Text address = null;
        Text postalCode = null;
        Text type = null;
        Text label = null;
        boolean primary = false;
        for (int at = json.member(members.location, Members.NONE);
                at != Members.NONE;
                at = json.member(members.location, at)) {
            switch (at) {
                case 0, 5, 6 -> address = Leaves.text(json, address);
                case 1, 7 -> postalCode = Leaves.text(json, postalCode);
                case 2 -> type = Leaves.text(json);
                case 3, 8 -> label = Leaves.text(json, label);
                case 4, 9 -> primary |= Leaves.isTrue(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.location(address, postalCode, KindNames.LOCATION.of(type), type, label, primary);
    }

    private void event(JsonReader json) {
        Text date = null;
        Text calendar = null;
        Text type = null;
        Text label = null;
        boolean primary = false;
        for (int at = json.member(members.event, Members.NONE);
                at != Members.NONE;
                at = json.member(members.event, at)) {
            switch (at) {
                case 0, 5, 6 -> date = Leaves.text(json, date);
                case 1, 7 -> calendar = Leaves.text(json, calendar);
                case 2 -> type = Leaves.text(json);
                case 3, 8 -> label = Leaves.text(json, label);
                case 4, 9 -> primary |= Leaves.isTrue(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.event(date, KindNames.CALENDAR.of(calendar), calendar, KindNames.EVENT.of(type), type, label, primary);
    }

    private void messenger(JsonReader json) {
        protocol = null;
        protocolLabel = null;
        Text account = null;
        Text type = null;
        Text label = null;
        boolean primary = false;
        for (int at = json.member(members.messenger, Members.NONE);
                at != Members.NONE;
                at = json.member(members.messenger, at)) {
            switch (at) {
                case 0, 6, 7 -> account = Leaves.text(json, account);
                case 1 -> type = Leaves.text(json, type);
                case 2 -> protocol(json);
                case 3, 4, 8 -> label = Leaves.text(json, label);
                case 5, 9 -> primary |= Leaves.isTrue(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        Text kind = type == null ? protocol : type;
        builder.messenger(account, KindNames.MESSENGER.of(kind), kind, label == null ? protocolLabel : label, primary);
    }

    /** The Korean page has the type beside the account, the Japanese one in an object of its own. */
    private void protocol(JsonReader json) {
        json.attempt(this::protocolObject, (again, unexpected) -> {
            protocol = Leaves.text(again, protocol);
            return null;
        });
    }

    private @Nullable Object protocolObject(JsonReader json) {
        if (json.isObject()) {
            for (int at = json.member(members.protocol, Members.NONE);
                    at != Members.NONE;
                    at = json.member(members.protocol, at)) {
                switch (at) {
                    case 0 -> protocol = Leaves.text(json, protocol);
                    case 1, 2, 3 -> protocolLabel = Leaves.text(json, protocolLabel);
                    default -> throw new IndexOutOfBoundsException(at);
                }
            }
        }
        return null;
    }

    private void website(JsonReader json) {
        Text address = null;
        boolean primary = false;
        for (int at = json.member(members.website, Members.NONE);
                at != Members.NONE;
                at = json.member(members.website, at)) {
            switch (at) {
                case 0, 2, 3, 4 -> address = Leaves.text(json, address);
                case 1, 5 -> primary |= Leaves.isTrue(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.website(address, primary);
    }

    private void external(JsonReader json) {
        Text id = null;
        Text type = null;
        List<Text> buddies = List.of();
        for (int at = json.member(members.external, Members.NONE);
                at != Members.NONE;
                at = json.member(members.external, at)) {
            switch (at) {
                case 0 -> id = json.text();
                case 1 -> type = Leaves.text(json);
                case 2 -> buddies = Leaves.texts(json);
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        builder.external(KindNames.EXTERNAL.of(type), type, id, buddies);
    }
}
