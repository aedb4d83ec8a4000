package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Query;

/** A person's name with the parts that LINE WORKS sends for a single contact only (vendor pages: get one, list). */
@Description("A person's name with the parts that LINE WORKS sends for a single contact only.")
public record DetailedName(
        @Ignore Name name,

        @AdaptToScalar(Scalar.String.class) @Description("What stands before the name.") @Nullable
        Text prefix,

        @AdaptToScalar(Scalar.String.class) @Description("What stands after the name.") @Nullable
        Text suffix,

        @AdaptToScalar(Scalar.String.class) @Description("Middle name.") @Nullable
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

    /** No part of it is known. */
    static final DetailedName NONE = new DetailedName(Name.NONE, null, null, null);

    static DetailedName read(JsonReader json) {
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
        Name name = new Name(lastName, firstName, phoneticLastName, phoneticFirstName, nickName);
        return new DetailedName(name, prefix, suffix, middleName);
    }

    /**
     * The name to show with all of its parts.
     *
     * @return put together each time it is asked for
     */
    @Query("full")
    @Description("The name to show as in Name, with prefix, middle name and suffix in their places.")
    @Nullable
    public String full() {
        return DisplayName.of(this);
    }
}
