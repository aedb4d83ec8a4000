package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** An address. */
@Description("A postal address.")
public record Location(
        @AdaptToScalar(Scalar.String.class) @Description("The address as free text.") @Nullable
        Text value,

        @AdaptToScalar(Scalar.String.class) @Description("Zip or postal code.") @Nullable
        Text zipcode,

        @Description("Its kind.") LocationType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @AdaptToScalar(Scalar.String.class) @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        Text customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {}
