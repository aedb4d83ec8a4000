package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A photo; the first one is the profile picture. */
@Description("A photo; the first one of a contact is its profile picture.")
public record Photo(
        @AdaptToScalar(Scalar.String.class)
        @Description(
                "Path of the uploaded photo at LINE WORKS. The vendor names no host for it, so it cannot be fetched as it is.")
        @Nullable
        Text path,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {}
