package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.memo.Memo;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * The one crossing from what LINE WORKS sends to what the graph promises. Members stand in the order of the vendor's
 * pages, the one in which they come; each may be missing, and those that nobody knows are passed over. Nothing but the id
 * is required, no enum is closed, and what the vendor's pages show both as one value and as a list is read as either.
 */
final class ContactReader {

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

    private ContactReader() {}

    /** Reads the contacts of a domain. */
    static JsonReader.Value<Contact> of(String domainId) {
        return json -> read(json, domainId);
    }

    /**
     * Reads a contact.
     *
     * @param json in front of it
     * @param domainId the domain it was asked of
     * @return null if there is none
     * @throws Failure {@code UPSTREAM_INVALID} if it has no id
     */
    private static @Nullable Contact read(JsonReader json, String domainId) {
        if (!json.isObject()) {
            return null;
        }
        Text resourceId = null;
        Boolean open = null;
        Boolean coEditing = null;
        Text masterUserId = null;
        List<SharedMember> sharedMembers = List.of();
        List<Text> tagResourceIds = List.of();
        Name name = Name.NONE;
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
            switch (at) {
                case 0 -> resourceId = json.text();
                case 1 -> open = json.bool();
                case 2 -> coEditing = json.bool();
                case 3 -> masterUserId = json.text();
                case 4 -> sharedMembers = json.present(SharedMember::read);
                case 5 -> tagResourceIds = json.present(JsonReader::text);
                case 6 -> name = Name.read(json);
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
        }
        if (resourceId == null || resourceId.isEmpty()) {
            throw new Failure(
                    ErrorCode.UPSTREAM_INVALID, "LINE WORKS cannot be understood: a contact has no resourceId.");
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
                new Memo());
    }

    private static @Nullable OffsetDateTime time(JsonReader json) {
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
