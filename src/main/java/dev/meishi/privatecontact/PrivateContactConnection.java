package dev.meishi.privatecontact;

import dev.meishi.connection.CursorScope;
import dev.meishi.connection.LateCursor;
import dev.meishi.listing.ItemKeys;
import dev.meishi.listing.Selection;
import dev.meishi.relay.PageInfo;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One page of a list of private contacts. */
@Description("One page of a list of private contacts.")
public record PrivateContactConnection(
        @Description("The contacts with their cursors.") List<@NonNull PrivateContactEdge> edges,

        @Description("The contacts alone.") List<@Nullable PrivateContact> nodes,

        @Description("Where this page lies in the list.") PageInfo pageInfo,

        @Description("How many private contacts the member has.")
        int totalCount) {

    static PrivateContactConnection of(
            Selection<PrivateContact> selection, ItemKeys<PrivateContact> order, CursorScope scope) {
        List<PrivateContactEdge> edges = selection.results().stream()
                .map(placed -> new PrivateContactEdge(
                        LateCursor.of(() -> scope.cursor(placed.anchor(order))), placed.result()))
                .toList();
        List<@Nullable PrivateContact> contacts = new ArrayList<>();
        selection.results().forEach(placed -> contacts.add(placed.result()));
        List<LateCursor> cursors =
                edges.stream().map(PrivateContactEdge::cursor).toList();
        return new PrivateContactConnection(
                edges,
                contacts,
                PageInfo.of(selection.hasNext(), selection.hasPrevious(), cursors),
                Objects.requireNonNull(selection.total()));
    }
}
