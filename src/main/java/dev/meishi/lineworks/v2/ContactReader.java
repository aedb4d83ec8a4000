package dev.meishi.lineworks.v2;

import dev.meishi.json.Fallback;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.json.UnexpectedJson;
import dev.meishi.json.ValueReader;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactBuilder.Part;
import dev.meishi.lineworks.body.DateTimes;
import dev.meishi.lineworks.http.TransportErrors;
import org.jspecify.annotations.Nullable;

/**
 * Reads contacts of API 2.0. Each member may be missing, null or empty, which is the same, and those that nobody knows are
 * passed over and counted. Nothing but the id is required, no enum is closed. What is of another shape than the vendor's
 * pages tell makes its own contact a broken one, and no other. For one body.
 *
 * @param <C> what a contact is read as
 */
final class ContactReader<C> implements ValueReader<C> {

    private static final int CONTACT_ID = 0;

    /** What gives a contact its place in a list. */
    private static final Members PLACE = Members.of("contactId", "contactName", "createdTime", "modifiedTime");

    private final Members members;
    private final ContactBuilder<C> builder;
    private final boolean isAlone;
    private final NameReader names;
    private final PartReader parts;
    private final PermissionReader permissions;
    private final PropertyReader properties;
    private final ValueReader<C> whole = this::whole;
    private final Fallback<C> broken = this::broken;
    private int member = Members.NONE;
    private @Nullable Text id;

    private ContactReader(ContactMembers members, ContactBuilder<C> builder, boolean isAlone) {
        this.members = members.contact;
        this.builder = builder;
        this.isAlone = isAlone;
        this.names = new NameReader(members, builder, isAlone);
        this.parts = new PartReader(members, builder);
        this.permissions = new PermissionReader(members, builder, parts);
        this.properties = new PropertyReader(members, builder);
    }

    /** Reads the contacts of a list; what stands there and is no readable contact is a broken one. */
    static <C> ContactReader<C> ofList(ContactMembers members, ContactBuilder<C> builder) {
        return new ContactReader<>(members, builder, false);
    }

    /**
     * Reads the contact that was asked for.
     *
     * @param json in front of it
     * @param contactId by which it was asked for
     * @param builder of it
     * @return null if there is none
     */
    static <C> @Nullable C single(
            JsonReader json, String contactId, ContactMembers members, ContactBuilder<C> builder) {
        if (json.isNothing()) {
            return null;
        }
        ContactReader<C> reader = new ContactReader<>(members, builder, true);
        C contact = reader.read(json);
        Text found = reader.id;
        if (found == null) {
            throw TransportErrors.invalid("asked for a contact it sent something without a contactId");
        }
        if (!found.equals(Text.of(contactId))) {
            throw TransportErrors.invalid("asked for one contact it sent another");
        }
        return contact;
    }

    @Override
    public @Nullable C read(JsonReader json) {
        return json.attempt(whole, broken);
    }

    private C whole(JsonReader json) {
        begin();
        if (!json.isObject()) {
            throw json.unexpected("a contact");
        }
        for (int at = json.member(members, Members.NONE); at != Members.NONE; at = json.member(members, at)) {
            member = at;
            switch (at) {
                case CONTACT_ID -> id(json.text());
                case 1 -> permissions.read(json);
                case 2 -> names.read(json);
                case 3 -> parts.one(Part.EXTERNAL, json);
                case 4 -> parts.list(Part.EMAIL, json);
                case 5 -> parts.list(Part.PHONE, json);
                case 6 -> parts.list(Part.ORGANIZATION, json);
                case 7 -> parts.list(Part.LOCATION, json);
                case 8 -> parts.list(Part.EVENT, json);
                case 9, 10 -> parts.list(Part.MESSENGER, json);
                case 11 -> parts.list(Part.WEBSITE, json);
                case 12 -> builder.memo(json.text());
                case 13 -> builder.tags(json.present(JsonReader::text));
                case 14 -> properties.read(json);
                case 15 -> builder.created(DateTimes.read(json));
                case 16 -> builder.modified(DateTimes.read(json));
                default -> throw new IndexOutOfBoundsException(at);
            }
            member = Members.NONE;
        }
        if (id == null) {
            member = CONTACT_ID;
            throw json.unexpected("a contactId");
        }
        return builder.build();
    }

    private void begin() {
        member = Members.NONE;
        id = null;
        builder.begin();
        builder.photoApart();
        if (isAlone) {
            builder.nameDetails(null, null, null);
        }
    }

    private void id(@Nullable Text found) {
        id = found == null || found.isEmpty() ? null : found;
        if (id != null) {
            builder.id(id);
        }
    }

    /** What is known of a contact that cannot be read: for its place in a list, and so that it can be corrected. */
    private C broken(JsonReader json, UnexpectedJson unexpected) {
        int unread = member;
        long fingerprint = json.fingerprint();
        begin();
        json.attempt(this::place, (again, impossible) -> null);
        return builder.broken(why(unread), fingerprint);
    }

    private String why(int unread) {
        if (unread == Members.NONE) {
            return "it is not a JSON object";
        }
        return unread == CONTACT_ID && id == null
                ? "it has no contactId"
                : "its member '" + members.name(unread) + "' does not have the expected type";
    }

    private @Nullable Object place(JsonReader json) {
        if (json.isObject()) {
            for (int at = json.member(PLACE, Members.NONE); at != Members.NONE; at = json.member(PLACE, at)) {
                switch (at) {
                    case 0 -> id(json.attempt(JsonReader::text, (again, unexpected) -> null));
                    case 1 -> json.attempt(this::name, (again, unexpected) -> null);
                    case 2 -> builder.created(json.attempt(DateTimes::read, (again, unexpected) -> null));
                    case 3 -> builder.modified(json.attempt(DateTimes::read, (again, unexpected) -> null));
                    default -> throw new IndexOutOfBoundsException(at);
                }
            }
        }
        return null;
    }

    private @Nullable Object name(JsonReader json) {
        names.read(json);
        return null;
    }
}
