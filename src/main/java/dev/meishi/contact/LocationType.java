package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Kind of an address. */
@Description("Kind of an address.")
public enum LocationType {
    @Description("Office.")
    WORK,

    @Description("Home.")
    HOME,

    @Description("Others.")
    OTHER,

    @Description("A kind of its own, named by customType.")
    CUSTOM,

    @Description("A value this schema does not know, or none; typeRaw has it as it came.")
    UNKNOWN
}
