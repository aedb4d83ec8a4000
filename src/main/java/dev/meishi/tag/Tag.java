package dev.meishi.tag;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** A tag that contacts can carry. */
@Description("A tag that contacts can carry.")
public record Tag(
        @Id @Description("Global id: opaque, unique across all types, stable.")
        String id,

        @Id @Description("Domain the tag belongs to.") String domainId,

        @Id @Description("The tag's id at LINE WORKS; opaque.")
        Text tagResourceId,

        @AdaptToScalar(Scalar.String.class)
        @Description("Its name; null if the tag source does not know the tag, or if there is none.")
        @Nullable
        Text name,

        @Description("Whose it is.") TagType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @Id @Description("The member who created it; only for a member's own tag, and not always then.") @Nullable
        Text userId)
        implements Node {

    /** The type's name in the schema and in its global ids. */
    static final String TYPE = "Tag";

    static Tag from(UpstreamTag tag, String tagResourceId, String domainId) {
        return new Tag(
                new GlobalId(TYPE, domainId, tagResourceId).encode(),
                domainId,
                Text.of(tagResourceId),
                text(tag.name()),
                type(tag.kind()),
                text(tag.kindSent()),
                text(tag.userId()));
    }

    private static TagType type(Kind.Tag kind) {
        return switch (kind) {
            case COMPANY -> TagType.COMPANY;
            case USER -> TagType.USER;
            case UNKNOWN -> TagType.UNKNOWN;
        };
    }

    private static @Nullable Text text(@Nullable String characters) {
        return characters == null ? null : Text.of(characters);
    }

    /** A tag of which nothing is known but that a contact carries it. */
    static Tag unnamed(String tagResourceId, String domainId) {
        return from(new UpstreamTag(tagResourceId, null, Kind.Tag.UNKNOWN, null, null), tagResourceId, domainId);
    }
}
