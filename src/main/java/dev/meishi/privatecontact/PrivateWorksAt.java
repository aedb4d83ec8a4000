package dev.meishi.privatecontact;

import dev.meishi.contact.WorksAt;
import dev.meishi.contact.WorksAtType;
import dev.meishi.lineworks.UpstreamPrivateContact;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** What makes a private contact an external one. */
@Description("What makes a private contact an external one.")
public record PrivateWorksAt(
        @Description("Where the person is.") WorksAtType serviceType,

        @Description("The type as LINE WORKS sent it.") @Nullable
        String serviceTypeRaw,

        @Id @Description("Number of the external contact, of 15 digits or more.") @Nullable
        String worksAtContactNo) {

    static @Nullable PrivateWorksAt from(UpstreamPrivateContact.@Nullable External external) {
        return external == null
                ? null
                : new PrivateWorksAt(WorksAt.type(external.kind()), external.kindSent(), external.number());
    }
}
