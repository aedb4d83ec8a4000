package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** An address. */
@Description("A postal address.")
public record Location(
        @Description("The address as free text.") @Nullable String value,

        @Description("Zip or postal code.") @Nullable String zipcode,

        @Description("Its kind.") LocationType type,

        @Description("The type as LINE WORKS sent it.") @Nullable
        String typeRaw,

        @Description("Name of the kind; only where type is CUSTOM.") @Nullable
        String customType,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    static Location from(ContactPayload.Location location) {
        return new Location(
                location.value(),
                location.zipcode(),
                Wire.enumOf(LocationType.class, location.type(), LocationType.UNKNOWN),
                location.type(),
                location.customType(),
                Wire.isTrue(location.represent()));
    }
}
