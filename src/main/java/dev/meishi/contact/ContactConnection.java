package dev.meishi.contact;

import dev.meishi.connection.CursorScope;
import dev.meishi.connection.LateCursor;
import dev.meishi.listing.ItemKeys;
import dev.meishi.listing.Positioned;
import dev.meishi.listing.Selection;
import dev.meishi.relay.PageInfo;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** One page of a list of contacts. */
@Description("One page of a list of contacts.")
public record ContactConnection(
        @Description("The contacts with their cursors.") List<@NonNull ContactEdge> edges,

        @Description("The contacts alone; null with an error in the place of one that cannot be read.")
        List<@Nullable Contact> nodes,

        @Description("Where this page lies in the list.") PageInfo pageInfo,

        @Ignore ContactCount count) {

    /**
     * The page that a selection is.
     *
     * @param selection contacts and their places
     * @param order of the list
     * @param scope of the list's cursors
     * @param count of the whole list
     * @return the page
     */
    static ContactConnection of(
            Selection<Contact> selection, ItemKeys<Contact> order, CursorScope scope, ContactCount count) {
        int size = selection.results().size();
        List<ContactEdge> edges = new ArrayList<>(size);
        List<@Nullable Contact> contacts = new ArrayList<>(size);
        List<LateCursor> cursors = new ArrayList<>(size);
        for (Positioned<Contact> placed : selection.results()) {
            LateCursor cursor = cursor(placed, order, scope);
            cursors.add(cursor);
            edges.add(new ContactEdge(cursor, placed.result()));
            contacts.add(placed.result());
        }
        LateCursor first = cursors.isEmpty() ? null : cursors.get(0);
        LateCursor last = cursors.isEmpty() ? null : cursors.get(size - 1);
        Positioned<Contact> startsAt = selection.startsAt();
        Positioned<Contact> endsAt = selection.endsAt();
        return new ContactConnection(
                Collections.unmodifiableList(edges),
                Collections.unmodifiableList(contacts),
                new PageInfo(
                        selection.hasNext(),
                        selection.hasPrevious(),
                        startsAt == null ? first : cursor(startsAt, order, scope),
                        endsAt == null ? last : cursor(endsAt, order, scope)),
                count);
    }

    /** An empty page of a list that goes on growing. */
    static ContactConnection emptyAfter(@Nullable String after, boolean hasNext, ContactCount count) {
        return new ContactConnection(List.of(), List.of(), PageInfo.emptyAfter(after, hasNext), count);
    }

    private static LateCursor cursor(Positioned<Contact> placed, ItemKeys<Contact> order, CursorScope scope) {
        return LateCursor.of(() -> scope.cursor(placed.anchor(order)));
    }
}
