package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** An account at a messenger. */
@Description("An account at a messenger.")
public record Messenger(
        @AdaptToScalar(Scalar.String.class) @Description("The account's id there; id at LINE WORKS.") @Nullable
        Text accountId,

        @Description("Which messenger.") MessengerType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @AdaptToScalar(Scalar.String.class) @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        Text customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {}
