package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** One that a restricted contact is shared with. */
@Description("One that a restricted contact is shared with.")
public record SharedMember(
        @Id
        @Description(
                "Member's or organization's id: an e-mail address or, by the tenant's plan, another id; id at LINE WORKS.")
        @Nullable
        Text memberId,

        @Description("Which of them it is.") SharedMemberType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw) {}
