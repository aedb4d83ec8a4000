package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
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

    private static final Members MEMBERS = Members.of(
            "lastName",
            "firstName",
            "phoneticLastName",
            "phoneticFirstName",
            "nickName",
            "prefix",
            "suffix",
            "middleName");

    /** Nobody has told it. */
    static final Name NONE = new Name(null, null, null, null, null, null, null, null);

    static Name read(JsonReader json) {
        if (!json.isObject()) {
            return NONE;
        }
        Text lastName = null;
        Text firstName = null;
        Text phoneticLastName = null;
        Text phoneticFirstName = null;
        Text nickName = null;
        Text prefix = null;
        Text suffix = null;
        Text middleName = null;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> lastName = json.text();
                case 1 -> firstName = json.text();
                case 2 -> phoneticLastName = json.text();
                case 3 -> phoneticFirstName = json.text();
                case 4 -> nickName = json.text();
                case 5 -> prefix = json.text();
                case 6 -> suffix = json.text();
                default -> middleName = json.text();
            }
        }
        return new Name(lastName, firstName, phoneticLastName, phoneticFirstName, nickName, prefix, suffix, middleName);
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
