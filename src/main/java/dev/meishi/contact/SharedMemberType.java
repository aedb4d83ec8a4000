package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Who a contact is shared with (vendor pages, {@code sharedMembers[].type}; GROUP on the add page only). */
@Description("Who a contact is shared with.")
public enum SharedMemberType {
    @Description("A member.")
    USER,

    @Description("An organization.")
    ORGUNIT,

    @Description("A group.")
    GROUP,

    @Description("A value this schema does not know, or none; typeRaw has it as it came.")
    UNKNOWN
}
