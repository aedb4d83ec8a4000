package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Query;

/** A day to remember. */
@Description("A day to remember, such as a birthday.")
public record Event(
        @AdaptToScalar(Scalar.String.class)
        @Description(
                "The date as LINE WORKS sent it: yyyyMMdd with API 1.0, which 2.0 may write yyyy-MM-dd; in a lunar calendar it need not be a date of the solar one.")
        @Nullable
        Text value,

        @Description("The calendar the date is of.") EventCalendar calendar,

        @AdaptToScalar(Scalar.String.class)
        @Description("The calendar as LINE WORKS sent it: S or L with API 1.0.")
        @Nullable
        Text dayType,

        @Description("Its kind.") EventType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @AdaptToScalar(Scalar.String.class) @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        Text customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    /**
     * The day.
     *
     * @return built at each call
     */
    @Query("date")
    @Description(
            "The day as a date; null if the calendar is not SOLAR, or value is no day of it, such as one without a year.")
    @Nullable
    public LocalDate date() {
        return calendar == EventCalendar.SOLAR && value != null ? EventDate.of(value) : null;
    }
}
