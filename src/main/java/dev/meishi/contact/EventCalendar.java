package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Calendar of an event's date. */
@Description("Calendar of an event's date.")
public enum EventCalendar {
    @Description("Solar calendar, S at LINE WORKS.")
    SOLAR,

    @Description("Lunar calendar, L at LINE WORKS.")
    LUNAR,

    @Description("A value this schema does not know, or none; dayType has it as it came.")
    UNKNOWN
}
