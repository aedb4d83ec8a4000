package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A span of time. */
@Input("DateTimeRange")
@Description(
        "A span of time of at most seven days, the most LINE WORKS searches at once. Seconds are its precision; whether a contact exactly at an end belongs to the span is LINE WORKS's to decide.")
public record DateTimeRange(
        @Description("Start of the span.") @Nullable OffsetDateTime from,

        @Description("End of the span.") @Nullable OffsetDateTime to) {}
