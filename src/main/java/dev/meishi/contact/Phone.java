package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** A phone number. */
@Description("A phone number.")
public record Phone(
        @Description("The number: digits and - * # + P T ( ).") @Nullable
        String value,

        @Description("Its kind.") PhoneType type,

        @Description("The type as LINE WORKS sent it.") @Nullable
        String typeRaw,

        @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        String customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    static Phone from(ContactPayload.Phone phone) {
        return new Phone(
                phone.value(),
                Wire.enumOf(PhoneType.class, phone.type(), PhoneType.UNKNOWN),
                phone.type(),
                phone.customType(),
                Wire.isTrue(phone.represent()));
    }
}
