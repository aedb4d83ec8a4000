package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Kind of an event. */
@Description("Kind of an event.")
public enum EventType {
    @Description("Date of birth.")
    BIRTHDAY,

    @Description("Anniversary.")
    ANNIVERSARY,

    @Description("Others.")
    OTHER,

    @Description("A kind of its own, named by customType.")
    CUSTOM,

    @Description("A value this schema does not know, or none; typeRaw has it as it came.")
    UNKNOWN
}
