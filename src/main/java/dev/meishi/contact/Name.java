package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Query;

/** A person's name in up to eight parts. */
@Description("A person's name in up to eight parts.")
public record Name(
        @AdaptToScalar(Scalar.String.class) @Description("Family name.") @Nullable
        Text lastName,

        @AdaptToScalar(Scalar.String.class) @Description("Given name.") @Nullable
        Text firstName,

        @AdaptToScalar(Scalar.String.class) @Description("Family name in furigana.") @Nullable
        Text phoneticLastName,

        @AdaptToScalar(Scalar.String.class) @Description("Given name in furigana.") @Nullable
        Text phoneticFirstName,

        @AdaptToScalar(Scalar.String.class) @Description("Nickname.") @Nullable
        Text nickName,

        @AdaptToScalar(Scalar.String.class)
        @Description("What stands before the name. LINE WORKS sends it for a single contact only, never in a list.")
        @Nullable
        Text prefix,

        @AdaptToScalar(Scalar.String.class)
        @Description("What stands after the name. LINE WORKS sends it for a single contact only, never in a list.")
        @Nullable
        Text suffix,

        @AdaptToScalar(Scalar.String.class)
        @Description("Middle name. LINE WORKS sends it for a single contact only, never in a list.")
        @Nullable
        Text middleName) {

    private static final Name NONE = new Name(null, null, null, null, null, null, null, null);

    static Name from(ContactPayload.@Nullable Name name) {
        if (name == null) {
            return NONE;
        }
        return new Name(
                name.lastName(),
                name.firstName(),
                name.phoneticLastName(),
                name.phoneticFirstName(),
                name.nickName(),
                name.prefix(),
                name.suffix(),
                name.middleName());
    }

    /**
     * The name to show.
     *
     * @return put together each time it is asked for
     */
    @Query("full")
    @Description(
            "The name to show, in the order of its script: family name first for Japanese, Korean and Chinese names, given name first for others; the nickname where there is nothing else; null where there is no name at all.")
    @Nullable
    public String full() {
        return DisplayName.of(this);
    }
}
