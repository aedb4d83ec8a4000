package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Query;

/** A website. */
@Description("A website.")
public record Website(
        @AdaptToScalar(Scalar.String.class)
        @Description("Its address as it was entered, often without a scheme.")
        @Nullable
        Text value,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    /**
     * The address as one that a browser can open.
     *
     * @return built at each call
     */
    @Query("url")
    @Description(
            "The address with its scheme, to be used as a link: http or https and no other, https where it was entered without one. It may have letters of any script. Null if it is no address of a website, has blanks in it, or names a user.")
    @Nullable
    public String url() {
        return WebAddress.of(value);
    }
}
