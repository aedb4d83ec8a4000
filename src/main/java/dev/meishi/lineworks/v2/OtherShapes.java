package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.probe.Expected;

/** What the vendor's pages tell of tags, members, groups and organisations, as far as the gateway has a use for it. */
final class OtherShapes {

    private static final String PAGE = """
            responseMetaData object
            responseMetaData.nextCursor string optional
            """;

    private static final String KEYS = """
            %s array
            %s[] object
            %s[].domainId number
            %s[].name string
            %s[].email string
            %s[].id string
            %s[].externalKey string
            """;

    /** A part of the list of tags. */
    static final Expected TAGS = Expected.of(PAGE + """
            contactTags array
            contactTags[] object
            contactTags[].contactTagId string
            contactTags[].contactTagName string
            contactTags[].type string enum
            contactTags[].userId string optional
            """);

    /** The bare object. */
    static final Expected TAG = Expected.of("""
            contactTagId string
            contactTagName string
            type string enum
            userId string optional
            """);

    /** A page of members. */
    static final Expected MEMBERS = Expected.of(PAGE + """
            users array
            users[] object
            users[].userId string
            users[].email string
            users[].userName object
            users[].userName.lastName string
            users[].userName.firstName string
            users[].userName.phoneticLastName string
            users[].userName.phoneticFirstName string
            users[].isDeleted boolean
            users[].isSuspended boolean
            users[].organizations array
            users[].domainId number optional
            users[].userExternalKey string optional
            users[].i18nNames array optional
            users[].nickName string optional
            users[].isAdministrator boolean optional
            users[].isPending boolean optional
            users[].isAwaiting boolean optional
            users[].leaveOfAbsence object optional
            users[].telephone string optional
            users[].cellPhone string optional
            users[].employeeNumber string optional
            users[].customProperties object optional
            users[].customProperties.* any
            """);

    /** A page of the light list of members. */
    static final Expected KEYS_OF_MEMBERS = Expected.of(PAGE + KEYS.replace("%s", "users"));

    /** A page of the light list of groups. */
    static final Expected KEYS_OF_GROUPS = Expected.of(PAGE + KEYS.replace("%s", "groups"));

    /** A page of organisations. */
    static final Expected ORG_UNITS = Expected.of(PAGE + """
            orgUnits array
            orgUnits[] object
            orgUnits[].orgUnitId string
            orgUnits[].orgUnitName string
            orgUnits[].parentOrgUnitId string
            orgUnits[].domainId number optional
            orgUnits[].orgUnitExternalKey string optional
            orgUnits[].i18nNames array optional
            orgUnits[].email string optional
            orgUnits[].description string optional
            orgUnits[].visible boolean optional
            orgUnits[].displayOrder number optional
            orgUnits[].displayLevel number optional
            """);

    /** The properties that are defined. */
    static final Expected CUSTOM_PROPERTIES = Expected.of("""
            customProperties array
            customProperties[] object
            customProperties[].customPropertyId string
            customProperties[].propertyName string
            customProperties[].displayName string
            customProperties[].propertyType string enum
            customProperties[].multiValued boolean
            customProperties[].domainId number optional
            customProperties[].displayOrder number optional
            customProperties[].i18nDisplayNames array optional
            customProperties[].i18nDisplayNames[].language any optional
            customProperties[].i18nDisplayNames[].name string optional
            """);

    private OtherShapes() {}
}
