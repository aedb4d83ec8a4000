package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A span of time. */
@Input("DateTimeRange")
@Description(
        "A span of time of any length. It needs both ends and includes them; its precision is a second, as LINE WORKS's is.")
public record DateTimeRange(
        @Description("Start of the span.") @Nullable OffsetDateTime from,

        @Description("End of the span.") @Nullable OffsetDateTime to) {}
