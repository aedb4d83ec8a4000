package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A company the contact works for. */
@Description("A company the contact works for.")
public record Organization(
        @AdaptToScalar(Scalar.String.class) @Description("Company name.") @Nullable
        Text name,

        @AdaptToScalar(Scalar.String.class) @Description("Department.") @Nullable
        Text department,

        @AdaptToScalar(Scalar.String.class) @Description("Position.") @Nullable
        Text title,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    private static final Members MEMBERS = Members.of("name", "department", "title", "represent");

    static @Nullable Organization read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text name = null;
        Text department = null;
        Text title = null;
        boolean represent = false;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> name = json.text();
                case 1 -> department = json.text();
                case 2 -> title = json.text();
                default -> represent = json.isTrue();
            }
        }
        return new Organization(name, department, title, represent);
    }
}
