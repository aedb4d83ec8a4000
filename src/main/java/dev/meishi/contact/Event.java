package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A day to remember. */
@Description("A day to remember, such as a birthday.")
public record Event(
        @AdaptToScalar(Scalar.String.class)
        @Description(
                "The date as LINE WORKS keeps it, yyyyMMdd; in a lunar calendar it need not be a date of the solar one.")
        @Nullable
        Text value,

        @Description("The calendar the date is of.") EventCalendar calendar,

        @AdaptToScalar(Scalar.String.class) @Description("The calendar as LINE WORKS sent it: S or L.") @Nullable
        Text dayType,

        @Description("Its kind.") EventType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @AdaptToScalar(Scalar.String.class) @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        Text customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    private static final Members MEMBERS = Members.of("value", "dayType", "type", "customType", "represent");

    /** Of one letter, however it is escaped. */
    private static final int LONGEST_LETTER = 6;

    private static final Constants<EventType> TYPES = new Constants<>(EventType.class, EventType.UNKNOWN);

    static @Nullable Event read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text value = null;
        Text dayType = null;
        Text type = null;
        Text customType = null;
        boolean represent = false;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> dayType = json.text();
                case 2 -> type = json.text();
                case 3 -> customType = json.text();
                default -> represent = json.isTrue();
            }
        }
        return new Event(value, calendar(dayType), dayType, TYPES.of(type), type, customType, represent);
    }

    private static EventCalendar calendar(@Nullable Text dayType) {
        if (dayType == null || dayType.length() > LONGEST_LETTER) {
            return EventCalendar.UNKNOWN;
        }
        return switch (dayType.toString()) {
            case "S", "s" -> EventCalendar.SOLAR;
            case "L", "l" -> EventCalendar.LUNAR;
            default -> EventCalendar.UNKNOWN;
        };
    }
}
