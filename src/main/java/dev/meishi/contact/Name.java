package dev.meishi.contact;

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

    /** Nobody has told it. */
    static final Name NONE = new Name(null, null, null, null, null);

    /**
     * The name to show.
     *
     * @return built at each call
     */
    @Query("full")
    @Description(
            "The name to show, in the order of its script: family name first for Japanese, Korean and Chinese names, given name first for others. A blank stands between the two, with furigana and without; there is none if all of it is hangul. Without prefix, middle name and suffix; the nickname where there is nothing else; null where there is no name at all.")
    @Nullable
    public String full() {
        return DisplayName.of(this);
    }

    /**
     * The furigana to show.
     *
     * @return built at each call
     */
    @Query("phoneticFull")
    @Description("The furigana to show, both parts in the order and with the blank of full; null where there are none.")
    @Nullable
    public String phoneticFull() {
        return DisplayName.phonetic(this);
    }
}
