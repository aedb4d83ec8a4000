package dev.meishi.contact;

import dev.meishi.attachments.Attachments;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * The one crossing from what LINE WORKS sends to what the graph promises. Members stand in the order of the vendor's
 * pages, the one in which they come; each may be missing, and those that nobody knows are passed over. Nothing but the id
 * is required, no enum is closed, and what the vendor's pages show both as one value and as a list is read as either. What
 * is of another shape makes its own contact a broken one, and no other. For one body at a time.
 */
final class ContactReader {

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

    private final String domainId;
    private final boolean isAlone;
    private int member = Members.NONE;

    private ContactReader(String domainId, boolean isAlone) {
        this.domainId = domainId;
        this.isAlone = isAlone;
    }

    /** Reads the contacts of a list of a domain; what stands there and is no readable contact is a broken one. */
    static JsonReader.Value<Contact> ofList(String domainId) {
        return new ContactReader(domainId, false).orBroken();
    }

    /** Reads a single contact of a domain, with what LINE WORKS sends of a single one only; null if there is none. */
    static JsonReader.Value<Contact> ofOne(String domainId) {
        JsonReader.Value<Contact> one = new ContactReader(domainId, true).orBroken();
        return json -> json.isNothing() ? null : one.read(json);
    }

    private JsonReader.Value<Contact> orBroken() {
        return json -> json.attempt(this::read, (again, unexpected) -> broken(again));
    }

    /** What is known of a contact that cannot be read: for its place in a list, and for whoever is to mend it. */
    private Contact broken(JsonReader json) {
        return BrokenContact.read(json, domainId, member == Members.NONE ? null : MEMBERS.name(member));
    }

    private Contact read(JsonReader json) {
        member = Members.NONE;
        if (!json.isObject()) {
            throw json.unexpected("a contact");
        }
        Text resourceId = null;
        Boolean open = null;
        Boolean coEditing = null;
        Text masterUserId = null;
        List<SharedMember> sharedMembers = List.of();
        List<Text> tagResourceIds = List.of();
        Name name = Name.NONE;
        DetailedName details = isAlone ? DetailedName.NONE : null;
        List<Email> emails = List.of();
        List<Phone> phones = List.of();
        List<Organization> organizations = List.of();
        List<Location> locations = List.of();
        List<Event> events = List.of();
        List<Messenger> messengers = List.of();
        List<Website> websites = List.of();
        List<Photo> photos = List.of();
        Text memo = null;
        List<WorksAt> worksAt = List.of();
        OffsetDateTime creationTime = null;
        OffsetDateTime modificationTime = null;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            member = at;
            switch (at) {
                case 0 -> resourceId = json.text();
                case 1 -> open = json.bool();
                case 2 -> coEditing = json.bool();
                case 3 -> masterUserId = json.text();
                case 4 -> sharedMembers = json.present(SharedMember::read);
                case 5 -> tagResourceIds = json.present(JsonReader::text);
                case 6 -> {
                    details = isAlone ? DetailedName.read(json) : null;
                    name = details == null ? Name.read(json) : details.name();
                }
                case 7 -> emails = json.present(Email::read);
                case 8 -> phones = json.present(Phone::read);
                case 9 -> organizations = json.present(Organization::read);
                case 10 -> locations = json.present(Location::read);
                case 11 -> events = json.present(Event::read);
                case 12 -> messengers = json.present(Messenger::read);
                case 13 -> websites = json.present(Website::read);
                case 14 -> photos = json.present(Photo::read);
                case 15 -> memo = json.text();
                case 16 -> worksAt = json.presentOrOne(WorksAt::read);
                case 17 -> creationTime = time(json);
                default -> modificationTime = time(json);
            }
            member = Members.NONE;
        }
        if (resourceId == null || resourceId.isEmpty()) {
            member = RESOURCE_ID;
            throw json.unexpected("a resourceId");
        }
        return new Contact(
                domainId,
                resourceId,
                open,
                coEditing,
                masterUserId,
                sharedMembers,
                tagResourceIds,
                name,
                emails,
                primary(emails, Email::represent),
                phones,
                primary(phones, Phone::represent),
                organizations,
                primary(organizations, Organization::represent),
                locations,
                events,
                messengers,
                websites,
                photos,
                memo,
                worksAt,
                !worksAt.isEmpty(),
                creationTime,
                modificationTime,
                details,
                null,
                new Attachments());
    }

    /** A time; null for none and for what is not one. */
    static @Nullable OffsetDateTime time(JsonReader json) {
        Text raw = json.text();
        return raw == null ? null : Times.read(raw);
    }

    private static <T> @Nullable T primary(List<T> all, Predicate<T> isDefault) {
        for (T one : all) {
            if (isDefault.test(one)) {
                return one;
            }
        }
        return all.isEmpty() ? null : all.get(0);
    }
}
