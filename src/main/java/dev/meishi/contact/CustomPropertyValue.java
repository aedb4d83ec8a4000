package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Query;

/** A value of a custom property: a text, or a link. */
@Description("A value of a custom property: a text, or a link.")
public record CustomPropertyValue(
        @AdaptToScalar(Scalar.String.class)
        @Description("The text; of a link what is shown in its place, null if it is shown itself.")
        @Nullable
        Text text,

        @AdaptToScalar(Scalar.String.class)
        @Description("The address, which may have no scheme; null if the value is no link.")
        @Nullable
        Text link,

        @Description("Whether it is the default one of its property.")
        boolean represent) {

    /**
     * The link as one that a browser can open.
     *
     * @return built at each call
     */
    @Query("url")
    @Description("The link with its scheme, as url of a website; null if it is none that is safe to open.")
    @Nullable
    public String url() {
        return WebAddress.of(link);
    }
}
