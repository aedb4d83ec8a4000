package dev.meishi.contact;

import dev.meishi.connection.Cursor;
import dev.meishi.connection.Slice;
import dev.meishi.relay.PageInfo;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** One page of a list of contacts. */
@Description("One page of a list of contacts.")
public record ContactConnection(
        @Description("The contacts with their cursors.") List<@NonNull ContactEdge> edges,

        @Description("The contacts alone.") List<@NonNull Contact> nodes,

        @Description("Where this page lies in the list.") PageInfo pageInfo,

        @Ignore @Nullable Integer total) {

    /**
     * The page that a slice is.
     *
     * @param slice contacts and their ranks
     * @param list fingerprint of the list
     * @return the page, its total known if the list ends here
     */
    static ContactConnection of(Slice<Contact> slice, long list) {
        List<Contact> contacts = slice.items();
        List<ContactEdge> edges = IntStream.range(0, contacts.size())
                .mapToObj(i -> new ContactEdge(new Cursor(slice.offset() + i, list).encode(), contacts.get(i)))
                .toList();
        List<String> cursors = edges.stream().map(ContactEdge::cursor).toList();
        return new ContactConnection(edges, contacts, PageInfo.of(slice, cursors), slice.total());
    }
}
