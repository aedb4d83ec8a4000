package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Kind;
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

    private static final SchemaEnum<Kind.External, WorksAtType> TYPES =
            new SchemaEnum<>(Kind.External.class, WorksAtType.class);

    /**
     * The type of a kind.
     *
     * @param kind as LINE WORKS tells it apart
     * @return of the same name
     */
    public static WorksAtType type(Kind.External kind) {
        return TYPES.of(kind);
    }
}
