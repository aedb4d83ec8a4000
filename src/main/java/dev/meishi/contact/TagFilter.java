package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Several tags that contacts are filtered by. */
@Input("TagFilter")
@Description(
        "Tags that contacts are filtered by, each by its tagResourceId or its id; 20 at most. With both lists both must hold.")
public record TagFilter(
        @Id
        @Description(
                "Contacts with all of these tags. LINE WORKS searches by the first one, so give the rarest first; the others are looked for in what it finds.")
        @Nullable
        List<@NonNull String> all,

        @Id
        @Description(
                "Contacts with one of these tags or more. Of several LINE WORKS has no search: the list is read for them.")
        @Nullable
        List<@NonNull String> any) {}
