package dev.meishi.contact;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A website. */
@Description("A website.")
public record Website(
        @AdaptToScalar(Scalar.String.class)
        @Description("Its address as it was entered, often without a scheme.")
        @Nullable
        Text value,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    private static final Members MEMBERS = Members.of("value", "represent");

    static @Nullable Website read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text value = null;
        boolean represent = false;
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> value = json.text();
                default -> represent = json.isTrue();
            }
        }
        return new Website(value, represent);
    }
}
