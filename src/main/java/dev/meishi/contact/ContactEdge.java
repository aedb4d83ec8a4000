package dev.meishi.contact;

import dev.meishi.connection.LateCursor;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A contact in a list. */
@Description("A contact in a list.")
public record ContactEdge(
        @AdaptToScalar(Scalar.String.class)
        @Description(
                "The contact's place in this list; give it to after or before to go on from here. It holds while other contacts come and go. If this one goes it may become CURSOR_STALE; start without a cursor then.")
        LateCursor cursor,

        @Description("The contact; null with an error if it cannot be read.") @Nullable
        Contact node) {}
