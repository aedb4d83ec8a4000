package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
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
        Text typeRaw) {

    private static final Members MEMBERS = Members.of("id", "type");

    private static final Constants<SharedMemberType> TYPES =
            new Constants<>(SharedMemberType.class, SharedMemberType.UNKNOWN);

    static @Nullable SharedMember read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text memberId = null;
        Text type = null;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> memberId = json.text();
                default -> type = json.text();
            }
        }
        return new SharedMember(memberId, TYPES.of(type), type);
    }
}
