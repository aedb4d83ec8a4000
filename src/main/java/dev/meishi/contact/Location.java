package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** An address. */
@Description("A postal address.")
public record Location(
        @AdaptToScalar(Scalar.String.class) @Description("The address as free text.") @Nullable
        Text value,

        @AdaptToScalar(Scalar.String.class) @Description("Zip or postal code.") @Nullable
        Text zipcode,

        @Description("Its kind.") LocationType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @AdaptToScalar(Scalar.String.class) @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        Text customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    private static final Members MEMBERS = Members.of("value", "zipcode", "type", "customType", "represent");

    private static final Constants<LocationType> TYPES = new Constants<>(LocationType.class, LocationType.UNKNOWN);

    static @Nullable Location read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text value = null;
        Text zipcode = null;
        Text type = null;
        Text customType = null;
        boolean represent = false;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> value = json.text();
                case 1 -> zipcode = json.text();
                case 2 -> type = json.text();
                case 3 -> customType = json.text();
                default -> represent = json.isTrue();
            }
        }
        return new Location(value, zipcode, TYPES.of(type), type, customType, represent);
    }
}
