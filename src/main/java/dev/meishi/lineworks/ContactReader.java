package dev.meishi.lineworks;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactPayload.Email;
import dev.meishi.lineworks.ContactPayload.Event;
import dev.meishi.lineworks.ContactPayload.Location;
import dev.meishi.lineworks.ContactPayload.Messenger;
import dev.meishi.lineworks.ContactPayload.Name;
import dev.meishi.lineworks.ContactPayload.Organization;
import dev.meishi.lineworks.ContactPayload.Phone;
import dev.meishi.lineworks.ContactPayload.Photo;
import dev.meishi.lineworks.ContactPayload.SharedMember;
import dev.meishi.lineworks.ContactPayload.Website;
import dev.meishi.lineworks.ContactPayload.WorksAt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads contacts from the bytes that LINE WORKS sends. Members stand in the order of the vendor's pages, the one in which
 * they come; each may be missing, and those that nobody knows are passed over.
 */
public final class ContactReader {

    private static final Members LIST = Members.of(
            "contacts", "nextPage", "code", "errorCode", "failType", "message", "errorMessage", "description");

    private static final Members CONTACT = Members.of(
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

    private static final Members NAME = Members.of(
            "lastName",
            "firstName",
            "phoneticLastName",
            "phoneticFirstName",
            "nickName",
            "prefix",
            "suffix",
            "middleName");

    private static final Members WORKS_AT = Members.of("type", "resourceId", "buddyUserIds");

    private ContactReader() {}

    static @Nullable ContactListPayload list(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        List<@Nullable ContactPayload> contacts = null;
        Integer nextPage = null;
        Text code = null;
        Text message = null;
        for (int at = json.member(LIST, Members.NONE); at != Members.NONE; at = json.member(LIST, at)) {
            switch (at) {
                case 0 -> contacts = json.list(ContactReader::contact);
                case 1 -> nextPage = json.integer();
                case 2, 3, 4 -> code = json.text();
                default -> message = json.text();
            }
        }
        return new ContactListPayload(contacts, nextPage, code, message);
    }

    /**
     * Reads a contact.
     *
     * @param json in front of it
     * @return null if there is none
     */
    public static @Nullable ContactPayload contact(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text resourceId = null;
        Boolean open = null;
        Boolean isCoEditing = null;
        Text masterUserId = null;
        List<@Nullable SharedMember> sharedMembers = null;
        List<@Nullable Text> tagResourceIds = null;
        Name name = null;
        List<@Nullable Email> emails = null;
        List<@Nullable Phone> phones = null;
        List<@Nullable Organization> organizations = null;
        List<@Nullable Location> locations = null;
        List<@Nullable Event> events = null;
        List<@Nullable Messenger> messengers = null;
        List<@Nullable Website> websites = null;
        List<@Nullable Photo> photos = null;
        Text memo = null;
        List<@Nullable WorksAt> worksAt = null;
        Text creationTime = null;
        Text modificationTime = null;
        for (int at = json.member(CONTACT, Members.NONE); at != Members.NONE; at = json.member(CONTACT, at)) {
            switch (at) {
                case 0 -> resourceId = json.text();
                case 1 -> open = json.bool();
                case 2 -> isCoEditing = json.bool();
                case 3 -> masterUserId = json.text();
                case 4 -> sharedMembers = json.list(ContactParts::sharedMember);
                case 5 -> tagResourceIds = json.list(JsonReader::text);
                case 6 -> name = name(json);
                case 7 -> emails = json.list(ContactParts::email);
                case 8 -> phones = json.list(ContactParts::phone);
                case 9 -> organizations = json.list(ContactParts::organization);
                case 10 -> locations = json.list(ContactParts::location);
                case 11 -> events = json.list(ContactParts::event);
                case 12 -> messengers = json.list(ContactParts::messenger);
                case 13 -> websites = json.list(ContactParts::website);
                case 14 -> photos = json.list(ContactParts::photo);
                case 15 -> memo = json.text();
                case 16 -> worksAt = json.listOrOne(ContactReader::worksAt);
                case 17 -> creationTime = json.text();
                default -> modificationTime = json.text();
            }
        }
        return new ContactPayload(
                resourceId,
                open,
                isCoEditing,
                masterUserId,
                sharedMembers,
                tagResourceIds,
                name,
                emails,
                phones,
                organizations,
                locations,
                events,
                messengers,
                websites,
                photos,
                memo,
                worksAt,
                creationTime,
                modificationTime);
    }

    private static @Nullable Name name(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text lastName = null;
        Text firstName = null;
        Text phoneticLastName = null;
        Text phoneticFirstName = null;
        Text nickName = null;
        Text prefix = null;
        Text suffix = null;
        Text middleName = null;
        for (int at = json.member(NAME, Members.NONE); at != Members.NONE; at = json.member(NAME, at)) {
            switch (at) {
                case 0 -> lastName = json.text();
                case 1 -> firstName = json.text();
                case 2 -> phoneticLastName = json.text();
                case 3 -> phoneticFirstName = json.text();
                case 4 -> nickName = json.text();
                case 5 -> prefix = json.text();
                case 6 -> suffix = json.text();
                default -> middleName = json.text();
            }
        }
        return new Name(lastName, firstName, phoneticLastName, phoneticFirstName, nickName, prefix, suffix, middleName);
    }

    private static @Nullable WorksAt worksAt(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text type = null;
        Text resourceId = null;
        List<@Nullable Text> buddyUserIds = null;
        for (int at = json.member(WORKS_AT, Members.NONE); at != Members.NONE; at = json.member(WORKS_AT, at)) {
            switch (at) {
                case 0 -> type = json.text();
                case 1 -> resourceId = json.text();
                default -> buddyUserIds = json.listOrOne(JsonReader::text);
            }
        }
        return new WorksAt(type, resourceId, buddyUserIds);
    }
}
