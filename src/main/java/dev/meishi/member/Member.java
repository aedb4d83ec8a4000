package dev.meishi.member;

import dev.meishi.json.Text;
import dev.meishi.lineworks.UpstreamMember;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** A member of the company. */
@Description("A member of the company.")
public record Member(
        @Id @Description("Global id: opaque, unique across all types, stable.")
        String id,

        @Id @Description("The member's id at LINE WORKS; opaque.")
        Text memberId,

        @AdaptToScalar(Scalar.String.class)
        @Description("The member's name, family name first; null if LINE WORKS sent none.")
        @Nullable
        Text name,

        @AdaptToScalar(Scalar.String.class)
        @Description("The member's address, which is the login too; null if LINE WORKS sent none.")
        @Nullable
        Text email)
        implements Node {

    /** The type's name in the schema and in its global ids. */
    static final String TYPE = "Member";

    static Member from(UpstreamMember member, String memberId, String domainId) {
        return new Member(
                new GlobalId(TYPE, domainId, memberId).encode(),
                Text.of(memberId),
                text(member.name()),
                text(member.email()));
    }

    private static @Nullable Text text(@Nullable String characters) {
        return characters == null || characters.isEmpty() ? null : Text.of(characters);
    }
}
