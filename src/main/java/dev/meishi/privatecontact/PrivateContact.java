package dev.meishi.privatecontact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.UpstreamPrivateContact;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;

/** A contact of one member's own. */
@Description("A contact of one member's own, with default values only.")
public record PrivateContact(
        @Id @Description("Number of the contact, of 15 digits or more.")
        String contactNo,

        @Description("Name in one piece.") @Nullable String name,

        @Description("Default phone number.") @Nullable String tel,

        @Description("Default e-mail address.") @Nullable String email,

        @Description("Default company's name.") @Nullable String organization,

        @Description("Default department.") @Nullable String department,

        @Description("Default position.") @Nullable String jobTitle,

        @Description("Address of the photo's thumbnail.") @Nullable
        String photoUrl,

        @Name("isImportant")
        @Description("Whether the member marked the contact as important; importantContactYn at LINE WORKS.")
        boolean important,

        @Description("What makes the contact an external one; null for others.") @Nullable
        PrivateWorksAt worksAt) {

    /**
     * The one crossing from what LINE WORKS has to what the graph promises.
     *
     * @param contact as LINE WORKS has it
     * @return the contact
     * @throws Failure {@code UPSTREAM_INVALID} if it has no number
     */
    static PrivateContact from(UpstreamPrivateContact contact) {
        String contactNo = contact.number();
        if (contactNo == null) {
            throw new Failure(
                    ErrorCode.UPSTREAM_INVALID,
                    "LINE WORKS sent an invalid answer: a private contact has no contactNo.");
        }
        return new PrivateContact(
                contactNo,
                contact.name(),
                contact.phone(),
                contact.email(),
                contact.organization(),
                contact.department(),
                contact.title(),
                contact.photoUrl(),
                contact.isImportant(),
                PrivateWorksAt.from(contact.external()));
    }
}
