package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Query;

/** A person's name with the parts that LINE WORKS sends for a single contact only. */
@Description("A person's name with the parts that LINE WORKS sends for a single contact only.")
public record DetailedName(
        @Ignore Name name,

        @AdaptToScalar(Scalar.String.class) @Description("What stands before the name.") @Nullable
        Text prefix,

        @AdaptToScalar(Scalar.String.class) @Description("What stands after the name.") @Nullable
        Text suffix,

        @AdaptToScalar(Scalar.String.class) @Description("Middle name.") @Nullable
        Text middleName) {

    /** No part of it is known. */
    static final DetailedName NONE = new DetailedName(Name.NONE, null, null, null);

    /** The same with the parts that are known wherever a name is read. */
    DetailedName of(Name known) {
        return new DetailedName(known, prefix, suffix, middleName);
    }

    /**
     * The name to show with all of its parts.
     *
     * @return built at each call
     */
    @Query("full")
    @Description("The name to show as in Name, with prefix, middle name and suffix in their places.")
    @Nullable
    public String full() {
        return DisplayName.of(this);
    }
}
