package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
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
        boolean represent) {

    private static final Members MEMBERS = Members.of("id", "type", "customType", "represent");

    private static final Constants<MessengerType> TYPES = new Constants<>(MessengerType.class, MessengerType.UNKNOWN);

    static @Nullable Messenger read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text accountId = null;
        Text type = null;
        Text customType = null;
        boolean represent = false;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> accountId = json.text();
                case 1 -> type = json.text();
                case 2 -> customType = json.text();
                default -> represent = json.isTrue();
            }
        }
        return new Messenger(accountId, TYPES.of(type), type, customType, represent);
    }
}
