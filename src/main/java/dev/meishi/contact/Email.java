package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** An e-mail address. */
@Description("An e-mail address.")
public record Email(
        @Description("The address.") @Nullable String address,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    static Email from(ContactPayload.Email email) {
        return new Email(email.address(), Wire.isTrue(email.represent()));
    }
}
