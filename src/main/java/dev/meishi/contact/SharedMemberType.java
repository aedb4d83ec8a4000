package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Who a contact is shared with. */
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
