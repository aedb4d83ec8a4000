package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.probe.Expected;

/** What {@link ContactReader} reads of contacts, as far as it can be told line by line. Its names are those of {@link ContactMembers}. */
final class ContactShape {

    private static final String MEMBERS = """
            %scontactId string
            %spermission object
            %spermission.accessibleRange string enum
            %spermission.masterUserId string
            %spermission.isCoEditing boolean
            %spermission.accessibleMembers array
            %spermission.accessibleMembers[] object
            %spermission.accessibleMembers[].id string
            %spermission.accessibleMembers[].type string enum
            %scontactName object
            %scontactName.lastName string
            %scontactName.firstName string
            %scontactName.phoneticLastName string
            %scontactName.phoneticFirstName string
            %scontactName.nickName string
            %scontactName.prefix string optional
            %scontactName.suffix string optional
            %scontactName.middleName string optional
            %slinkedExternalUser object
            %slinkedExternalUser.id string
            %slinkedExternalUser.type string enum
            %slinkedExternalUser.buddyUserIds string,array
            %slinkedExternalUser.buddyUserIds[] string
            %semails array
            %semails[] object
            %semails[].email|address string
            %semails[].primary|represent boolean
            %stelephones array
            %stelephones[] object
            %stelephones[].telephone|value string
            %stelephones[].type string enum
            %stelephones[].customType|customLabel string
            %stelephones[].primary|represent boolean
            %sorganizations array
            %sorganizations[] object
            %sorganizations[].name string
            %sorganizations[].department string
            %sorganizations[].title string
            %sorganizations[].primary|represent boolean
            %slocations array
            %slocations[] object
            %slocations[].address|location|value string
            %slocations[].postalCode|zipcode string
            %slocations[].type string enum
            %slocations[].customType|customLabel string
            %slocations[].primary|represent boolean
            %sevents array
            %sevents[] object
            %sevents[].date|event|value string
            %sevents[].calendarType|dayType string enum
            %sevents[].type string enum
            %sevents[].customType|customLabel string
            %sevents[].primary|represent boolean
            %smessengers|messenger array
            %smessengers[]|messenger[] object
            %smessengers[].messengerId|messenger|id string
            %smessengers[].type string enum optional
            %smessengers[].protocol string,object enum optional
            %smessengers[].protocol.type string enum
            %smessengers[].protocol.customType|customProtocol|customLabel string
            %smessengers[].customType|customProtocol|customLabel string
            %smessengers[].primary|represent boolean
            %swebsites array
            %swebsites[] object
            %swebsites[].website|url|link|value string
            %swebsites[].primary|represent boolean
            %smemo string
            %scontactTagIds array
            %scontactTagIds[] string
            %scustomProperties object
            %scustomProperties.* any
            %screatedTime string time
            %smodifiedTime string time
            """;

    /** A page. */
    static final Expected LIST = Expected.of("""
            contacts array
            contacts[] object
            responseMetaData object
            responseMetaData.nextCursor string optional
            """ + MEMBERS.replace("%s", "contacts[]."));

    /** The bare object. */
    static final Expected CONTACT = Expected.of(MEMBERS.replace("%s", ""));

    private ContactShape() {}
}
