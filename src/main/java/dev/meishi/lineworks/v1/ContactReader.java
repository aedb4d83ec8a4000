package dev.meishi.lineworks.v1;

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
 * Reads contacts of API 1.0, v3. Members stand in the order of the vendor's pages, the one in which they come; each may be
 * missing, and unknown ones are skipped. Nothing but the id is required, no enum is closed, and what the
 * vendor's pages show both as one value and as a list is read as either. A value of another type breaks its own contact
 * and no other. For one body.
 *
 * @param <C> what a contact is read as
 */
final class ContactReader<C> implements ValueReader<C> {

    private static final int RESOURCE_ID = 0;

    private static final Members MEMBERS = Members.of(
            "resourceId",
            "open",
            "isCoEditing",
            "masterUserId",
            "sharedMembers",
            "tagResourceIds",
            "name",
            "emails",
            "phones",
            "organizations",
            "locations",
            "events",
            "messengers",
            "websites",
            "photos",
            "memo",
            "worksAt",
            "creationTime",
            "modificationTime");

    /** What gives a contact its place in a list. */
    private static final Members PLACE = Members.of("resourceId", "name", "creationTime", "modificationTime");

    private final ContactBuilder<C> builder;
    private final boolean isAlone;
    private final NameReader names;
    private final PartReader parts;
    private final ValueReader<C> whole = this::whole;
    private final Fallback<C> broken = this::broken;
    private int member = Members.NONE;
    private @Nullable Text id;

    private ContactReader(ContactBuilder<C> builder, boolean isAlone) {
        this.builder = builder;
        this.isAlone = isAlone;
        this.names = new NameReader(builder, isAlone);
        this.parts = new PartReader(builder);
    }

    /** Reads the contacts of a list; what stands there and is no readable contact is a broken one. */
    static <C> ContactReader<C> ofList(ContactBuilder<C> builder) {
        return new ContactReader<>(builder, false);
    }

    /** Reads contacts as they are sent one by one, with more of their names. */
    static <C> ContactReader<C> ofSingles(ContactBuilder<C> builder) {
        return new ContactReader<>(builder, true);
    }

    /**
     * Reads the contact that was asked for.
     *
     * @param json in front of it
     * @param resourceId by which it was asked for
     * @param builder of it
     * @return null if there is none
     */
    static <C> @Nullable C single(JsonReader json, String resourceId, ContactBuilder<C> builder) {
        if (json.isNothing()) {
            return null;
        }
        ContactReader<C> reader = ofSingles(builder);
        C contact = reader.read(json);
        Text found = reader.id;
        if (found == null) {
            throw TransportErrors.invalid("it has no resourceId");
        }
        if (!found.equals(Text.of(resourceId))) {
            throw TransportErrors.invalid("it is another contact than the one requested");
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
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            member = at;
            switch (at) {
                case RESOURCE_ID -> id(json.text());
                case 1 -> builder.open(json.bool());
                case 2 -> builder.coEditing(json.bool());
                case 3 -> builder.master(json.text());
                case 4 -> parts.list(Part.SHARED_MEMBER, json);
                case 5 -> builder.tags(json.present(JsonReader::text));
                case 6 -> names.read(json);
                case 7 -> parts.list(Part.EMAIL, json);
                case 8 -> parts.list(Part.PHONE, json);
                case 9 -> parts.list(Part.ORGANIZATION, json);
                case 10 -> parts.list(Part.LOCATION, json);
                case 11 -> parts.list(Part.EVENT, json);
                case 12 -> parts.list(Part.MESSENGER, json);
                case 13 -> parts.list(Part.WEBSITE, json);
                case 14 -> parts.list(Part.PHOTO, json);
                case 15 -> builder.memo(json.text());
                case 16 -> parts.listOrOne(Part.EXTERNAL, json);
                case 17 -> builder.created(DateTimes.read(json));
                case 18 -> builder.modified(DateTimes.read(json));
                default -> throw new IndexOutOfBoundsException(at);
            }
            member = Members.NONE;
        }
        if (id == null) {
            member = RESOURCE_ID;
            throw json.unexpected("a resourceId");
        }
        return builder.build();
    }

    private void begin() {
        member = Members.NONE;
        id = null;
        builder.begin();
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

    /** A contact that cannot be read: its place in the list, and which contact has to be corrected. */
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
        return unread == RESOURCE_ID && id == null
                ? "it has no resourceId"
                : "its member '" + MEMBERS.name(unread) + "' does not have the expected type";
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
