package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** A day to remember. */
@Description("A day to remember, such as a birthday.")
public record Event(
        @Description(
                "The date as LINE WORKS keeps it, yyyyMMdd; in a lunar calendar it need not be a date of the solar one.")
        @Nullable
        String value,

        @Description("The calendar the date is of.") EventCalendar calendar,

        @Description("The calendar as LINE WORKS sent it: S or L.") @Nullable
        String dayType,

        @Description("Its kind.") EventType type,

        @Description("The type as LINE WORKS sent it.") @Nullable
        String typeRaw,

        @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        String customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    static Event from(ContactPayload.Event event) {
        return new Event(
                event.value(),
                calendar(event.dayType()),
                event.dayType(),
                Wire.enumOf(EventType.class, event.type(), EventType.UNKNOWN),
                event.type(),
                event.customType(),
                Wire.isTrue(event.represent()));
    }

    private static EventCalendar calendar(@Nullable String dayType) {
        if ("S".equalsIgnoreCase(dayType)) {
            return EventCalendar.SOLAR;
        }
        return "L".equalsIgnoreCase(dayType) ? EventCalendar.LUNAR : EventCalendar.UNKNOWN;
    }
}
