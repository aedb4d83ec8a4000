package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Query;

/** A person's name, as far as LINE WORKS sends it in every list. */
@Description("A person's name, the same in a list and alone. Prefix, middle name and suffix are in detailedName.")
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
        Text nickName) {

    private static final Members MEMBERS =
            Members.of("lastName", "firstName", "phoneticLastName", "phoneticFirstName", "nickName");

    /** Nobody has told it. */
    static final Name NONE = new Name(null, null, null, null, null);

    static Name read(JsonReader json) {
        if (!json.isObject()) {
            return NONE;
        }
        Text lastName = null;
        Text firstName = null;
        Text phoneticLastName = null;
        Text phoneticFirstName = null;
        Text nickName = null;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> lastName = json.text();
                case 1 -> firstName = json.text();
                case 2 -> phoneticLastName = json.text();
                case 3 -> phoneticFirstName = json.text();
                default -> nickName = json.text();
            }
        }
        return new Name(lastName, firstName, phoneticLastName, phoneticFirstName, nickName);
    }

    /**
     * The name to show.
     *
     * @return put together each time it is asked for
     */
    @Query("full")
    @Description(
            "The name to show, in the order of its script: family name first for Japanese, Korean and Chinese names, given name first for others; without prefix, middle name and suffix; the nickname where there is nothing else; null where there is no name at all.")
    @Nullable
    public String full() {
        return DisplayName.of(this);
    }
}
