package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A company the contact works for. */
@Description("A company the contact works for.")
public record Organization(
        @AdaptToScalar(Scalar.String.class) @Description("Company name.") @Nullable
        Text name,

        @AdaptToScalar(Scalar.String.class) @Description("Department.") @Nullable
        Text department,

        @AdaptToScalar(Scalar.String.class) @Description("Position.") @Nullable
        Text title,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {}
