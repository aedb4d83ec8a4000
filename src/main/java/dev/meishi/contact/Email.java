package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** An e-mail address. */
@Description("An e-mail address.")
public record Email(
        @AdaptToScalar(Scalar.String.class) @Description("The address.") @Nullable
        Text address,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {}
