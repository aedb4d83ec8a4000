package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** One that a restricted contact is shared with. */
@Description("One that a restricted contact is shared with.")
public record SharedMember(
        @Description("Member's or organization's id: an e-mail address or, by the tenant's plan, another id.")
        @Id
        @Nullable
        String id,

        @Description("Which of them it is.") SharedMemberType type,

        @Description("The type as LINE WORKS sent it.") @Nullable
        String typeRaw) {

    static SharedMember from(ContactPayload.SharedMember member) {
        return new SharedMember(
                member.id(),
                Wire.enumOf(SharedMemberType.class, member.type(), SharedMemberType.UNKNOWN),
                member.type());
    }
}
