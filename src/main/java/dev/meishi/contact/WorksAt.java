package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What makes a contact an external one. */
@Description("What makes a contact an external one: the person at LINE or at another company's LINE WORKS.")
public record WorksAt(
        @Description("Where the person is.") WorksAtType type,

        @AdaptToScalar(Scalar.String.class) @Description("The type as LINE WORKS sent it.") @Nullable
        Text typeRaw,

        @Id @Description("Id of the external contact there; opaque.") @Nullable
        Text resourceId,

        @Id @Description("Members who added the person to their contacts.")
        List<@NonNull Text> buddyUserIds) {

    private static final Members MEMBERS = Members.of("type", "resourceId", "buddyUserIds");

    private static final Constants<WorksAtType> TYPES = new Constants<>(WorksAtType.class, WorksAtType.UNKNOWN);

    static @Nullable WorksAt read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text type = null;
        Text resourceId = null;
        List<Text> buddyUserIds = List.of();
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> type = json.text();
                case 1 -> resourceId = json.text();
                default -> buddyUserIds = json.presentOrOne(JsonReader::text);
            }
        }
        return new WorksAt(type(type), type, resourceId, buddyUserIds);
    }

    /**
     * The type in whatever spelling LINE WORKS used: any case, and {@code WORKS} as API 2.0 has it.
     *
     * @param raw as it came
     * @return UNKNOWN for anything else
     */
    public static WorksAtType type(@Nullable Text raw) {
        WorksAtType type = TYPES.of(raw);
        return type == WorksAtType.UNKNOWN && "WORKS".equalsIgnoreCase(Text.string(raw)) ? WorksAtType.WORKSAT : type;
    }
}
