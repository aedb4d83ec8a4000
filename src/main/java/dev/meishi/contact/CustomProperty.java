package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** A property that the tenant has defined, with what a contact has of it. */
@Description("A property that the tenant has defined in LINE WORKS, with the contact's values of it.")
public record CustomProperty(
        @AdaptToScalar(Scalar.String.class) @Description("Its propertyName, unique in the tenant.") @NonNull
        Text name,

        @Description(
                "Its values, as far as they have a form that is likely: LINE WORKS documents the types of values and not their JSON. See json.")
        List<@NonNull CustomPropertyValue> values,

        @Ignore ByteBuffer sent) {

    /**
     * All values as they came.
     *
     * @return JSON, built at each call
     */
    @Query("json")
    @NonNull
    @Description("The values as LINE WORKS sent them, in JSON.")
    public String json() {
        return new String(sent.array(), sent.arrayOffset() + sent.position(), sent.remaining(), StandardCharsets.UTF_8);
    }
}
