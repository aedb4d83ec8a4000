package dev.meishi.lineworks.v2;

import dev.meishi.json.Members;
import jakarta.inject.Singleton;

/**
 * The members of a contact and its parts. Where the vendor's pages do not name one, all names stand here that it is likely to
 * have, by API 1.0 and by the objects of members in API 2.0.
 */
@Singleton
class ContactMembers {

    final Members contact;
    final Members permission;
    final Members sharer;
    final Members name;
    final Members email;
    final Members telephone;
    final Members organization;
    final Members location;
    final Members event;
    final Members messenger;
    final Members protocol;
    final Members website;
    final Members external;
    final Members propertyValue;

    ContactMembers(UnknownMembers unknown) {
        contact = unknown.of(
                "contact",
                "contactId",
                "permission",
                "contactName",
                "linkedExternalUser",
                "emails",
                "telephones",
                "organizations",
                "locations",
                "events",
                "messengers",
                "messenger",
                "websites",
                "memo",
                "contactTagIds",
                "customProperties",
                "createdTime",
                "modifiedTime");
        permission = unknown.of("permission", "accessibleRange", "masterUserId", "isCoEditing", "accessibleMembers");
        sharer = unknown.of("accessibleMembers", "id", "type");
        name = unknown.of(
                "contactName",
                "lastName",
                "firstName",
                "phoneticLastName",
                "phoneticFirstName",
                "nickName",
                "prefix",
                "suffix",
                "middleName");
        email = unknown.of("emails", "email", "primary", "address", "represent");
        telephone = unknown.of(
                "telephones", "telephone", "type", "customType", "primary", "customLabel", "value", "represent");
        organization = unknown.of("organizations", "name", "department", "title", "primary", "represent");
        location = unknown.of(
                "locations",
                "address",
                "postalCode",
                "type",
                "customType",
                "primary",
                "location",
                "value",
                "zipcode",
                "customLabel",
                "represent");
        event = unknown.of(
                "events",
                "date",
                "calendarType",
                "type",
                "customType",
                "primary",
                "event",
                "value",
                "dayType",
                "customLabel",
                "represent");
        messenger = unknown.of(
                "messengers",
                "messengerId",
                "type",
                "protocol",
                "customType",
                "customProtocol",
                "primary",
                "messenger",
                "id",
                "customLabel",
                "represent");
        protocol = unknown.of("protocol", "type", "customType", "customProtocol", "customLabel");
        website = unknown.of("websites", "website", "primary", "url", "link", "value", "represent");
        external = unknown.of("linkedExternalUser", "id", "type", "buddyUserIds");
        propertyValue = unknown.of("customProperties", "value", "text", "link", "primary", "url", "represent");
    }
}
