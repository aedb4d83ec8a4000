package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A span of time. */
@Input("DateTimeRange")
@Description(
        "A span of time of any length. It includes its ends; its precision is a second, as LINE WORKS's is. Without from it has no start, without to no end, without both it is no condition. It costs least in the order of its time.")
public record DateTimeRange(
        @Description("Start of the span; none if absent.") @Nullable
        OffsetDateTime from,

        @Description("End of the span; none if absent.") @Nullable
        OffsetDateTime to) {}
