package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Kind of a phone number. */
@Description("Kind of a phone number.")
public enum PhoneType {
    @Description("Mobile phone.")
    MOBILE,

    @Description("Office.")
    WORK,

    @Description("Home.")
    HOME,

    @Description("Office fax.")
    WORK_FAX,

    @Description("Home fax.")
    HOME_FAX,

    @Description("Others.")
    OTHER,

    @Description("A kind of its own, named by customType.")
    CUSTOM,

    @Description("A value this schema does not know, or none; typeRaw has it as it came.")
    UNKNOWN
}
