package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** An account at a messenger. */
@Description("An account at a messenger.")
public record Messenger(
        @AdaptToScalar(Scalar.String.class) @Description("The account's id there.") @Nullable
        Text id,

        @Description("Which messenger.") MessengerType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @AdaptToScalar(Scalar.String.class) @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        Text customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    private static final Constants<MessengerType> TYPES = new Constants<>(MessengerType.class, MessengerType.UNKNOWN);

    static Messenger from(ContactPayload.Messenger messenger) {
        return new Messenger(
                messenger.id(),
                TYPES.of(messenger.type()),
                messenger.type(),
                messenger.customType(),
                Wire.isTrue(messenger.represent()));
    }
}
