package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
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
        boolean represent) {

    private static final Members MEMBERS = Members.of("address", "represent");

    static @Nullable Email read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text address = null;
        boolean represent = false;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> address = json.text();
                default -> represent = json.isTrue();
            }
        }
        return new Email(address, represent);
    }
}
