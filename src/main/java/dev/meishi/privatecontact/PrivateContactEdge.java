package dev.meishi.privatecontact;

import dev.meishi.connection.LateCursor;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A private contact in a list. */
@Description("A private contact in a list.")
public record PrivateContactEdge(
        @AdaptToScalar(Scalar.String.class)
        @Description("The contact's place in this list; give it to after to go on from here.")
        LateCursor cursor,

        @Description("The contact.") @Nullable PrivateContact node) {}
