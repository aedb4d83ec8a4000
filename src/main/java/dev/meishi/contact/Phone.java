package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A phone number. */
@Description("A phone number.")
public record Phone(
        @AdaptToScalar(Scalar.String.class)
        @Description(
                "The number as it was entered: digits and - * # + P T ( ). LINE WORKS does not say what P and T are; on phones P is a pause and T sends tones, both once the call is answered.")
        @Nullable
        Text value,

        @Description("Its kind.") PhoneType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @AdaptToScalar(Scalar.String.class) @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        Text customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {}
