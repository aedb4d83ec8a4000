package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.probe.Expected;

/** What {@link ContactReader} reads of contacts, as far as it can be told line by line, and what is read of tags. */
final class ContactShape {

    private static final String MEMBERS = """
            %sresourceId string
            %sopen boolean
            %sisCoEditing boolean
            %smasterUserId string
            %ssharedMembers array
            %ssharedMembers[] object
            %ssharedMembers[].id string
            %ssharedMembers[].type string enum
            %stagResourceIds array
            %stagResourceIds[] string
            %sname object
            %sname.lastName string
            %sname.firstName string
            %sname.phoneticLastName string
            %sname.phoneticFirstName string
            %sname.nickName string
            %sname.prefix string optional
            %sname.suffix string optional
            %sname.middleName string optional
            %semails array
            %semails[] object
            %semails[].address string
            %semails[].represent boolean
            %sphones array
            %sphones[] object
            %sphones[].value string
            %sphones[].type string enum
            %sphones[].customType string
            %sphones[].represent boolean
            %sorganizations array
            %sorganizations[] object
            %sorganizations[].name string
            %sorganizations[].department string
            %sorganizations[].title string
            %sorganizations[].represent boolean
            %slocations array
            %slocations[] object
            %slocations[].value string
            %slocations[].zipcode string
            %slocations[].type string enum
            %slocations[].customType string
            %slocations[].represent boolean
            %sevents array
            %sevents[] object
            %sevents[].value string
            %sevents[].dayType string enum
            %sevents[].type string enum
            %sevents[].customType string
            %sevents[].represent boolean
            %smessengers array
            %smessengers[] object
            %smessengers[].id string
            %smessengers[].type string enum
            %smessengers[].customType string
            %smessengers[].represent boolean
            %swebsites array
            %swebsites[] object
            %swebsites[].value string
            %swebsites[].represent boolean
            %sphotos array
            %sphotos[] object
            %sphotos[].path string
            %sphotos[].represent boolean
            %smemo string
            %sworksAt array,object,string
            %sworksAt[] object,string
            %sworksAt[].type string enum
            %sworksAt[].resourceId string
            %sworksAt[].buddyUserIds array,string
            %sworksAt[].buddyUserIds[] string
            %sworksAt.type string enum optional
            %sworksAt.resourceId string optional
            %sworksAt.buddyUserIds array,string optional
            %screationTime string time
            %smodificationTime string time
            """;

    /** A page. */
    static final Expected LIST = Expected.of("""
            contacts array
            contacts[] object
            nextPage number,string optional
            code|errorCode|failType string enum optional
            message|errorMessage|description string optional
            """ + MEMBERS.replace("%s", "contacts[]."));

    /** The bare object. */
    static final Expected CONTACT = Expected.of(MEMBERS.replace("%s", ""));

    /** A part of the list of tags. */
    static final Expected TAGS = Expected.of("""
            contactTags|tags array
            contactTags[] object
            contactTags[].contactTagId|tagResourceId|resourceId|id string
            contactTags[].contactTagName|tagName|name string
            contactTags[].type string enum
            contactTags[].userId string optional
            responseMetaData object
            responseMetaData.nextCursor string optional
            """);

    private ContactShape() {}
}
