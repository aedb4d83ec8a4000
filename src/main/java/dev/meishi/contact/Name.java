package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** A person's name in up to eight parts. */
@Description("A person's name in up to eight parts.")
public record Name(
        @Description(
                "The name to show, in the order of its script: family name first for Japanese, Korean and Chinese names, given name first for others; the nickname where there is nothing else; null where there is no name at all.")
        @Nullable
        String full,

        @Description("Family name.") @Nullable String lastName,

        @Description("Given name.") @Nullable String firstName,

        @Description("Family name in furigana.") @Nullable String phoneticLastName,

        @Description("Given name in furigana.") @Nullable String phoneticFirstName,

        @Description("Nickname.") @Nullable String nickName,

        @Description("What stands before the name. LINE WORKS sends it for a single contact only, never in a list.")
        @Nullable
        String prefix,

        @Description("What stands after the name. LINE WORKS sends it for a single contact only, never in a list.")
        @Nullable
        String suffix,

        @Description("Middle name. LINE WORKS sends it for a single contact only, never in a list.") @Nullable
        String middleName) {

    private static final Name NONE = new Name(null, null, null, null, null, null, null, null, null);

    static Name from(ContactPayload.@Nullable Name name) {
        if (name == null) {
            return NONE;
        }
        return new Name(
                DisplayName.of(name),
                name.lastName(),
                name.firstName(),
                name.phoneticLastName(),
                name.phoneticFirstName(),
                name.nickName(),
                name.prefix(),
                name.suffix(),
                name.middleName());
    }
}
