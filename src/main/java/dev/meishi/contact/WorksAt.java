package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What makes a contact an external one. */
@Description("What makes a contact an external one: the person at LINE or at another company's LINE WORKS.")
public record WorksAt(
        @Description("Where the person is.") WorksAtType type,

        @Description("The type as LINE WORKS sent it.") @Nullable
        String typeRaw,

        @Description("Id of the external contact there; opaque.") @Id @Nullable
        String resourceId,

        @Id @Description("Members who added the person to their contacts.")
        List<@NonNull String> buddyUserIds) {

    static WorksAt from(ContactPayload.WorksAt worksAt) {
        return new WorksAt(
                type(worksAt.type()), worksAt.type(), worksAt.resourceId(), Wire.strings(worksAt.buddyUserIds()));
    }

    /**
     * The type in whatever spelling LINE WORKS used: any case, and {@code WORKS} as API 2.0 has it.
     *
     * @param raw as it came
     * @return UNKNOWN for anything else
     */
    public static WorksAtType type(@Nullable String raw) {
        return "WORKS".equalsIgnoreCase(raw)
                ? WorksAtType.WORKSAT
                : Wire.enumOf(WorksAtType.class, raw, WorksAtType.UNKNOWN);
    }
}
