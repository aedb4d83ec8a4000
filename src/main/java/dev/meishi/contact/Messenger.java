package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** An account at a messenger. */
@Description("An account at a messenger.")
public record Messenger(
        @Description("The account's id there.") @Nullable String id,

        @Description("Which messenger.") MessengerType type,

        @Description("The type as LINE WORKS sent it.") @Nullable
        String typeRaw,

        @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        String customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    static Messenger from(ContactPayload.Messenger messenger) {
        return new Messenger(
                messenger.id(),
                Wire.enumOf(MessengerType.class, messenger.type(), MessengerType.UNKNOWN),
                messenger.type(),
                messenger.customType(),
                Wire.isTrue(messenger.represent()));
    }
}
