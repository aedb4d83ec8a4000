package dev.meishi.privatecontact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Cursor;
import dev.meishi.connection.Slice;
import dev.meishi.lineworks.PrivateContactPayload;
import dev.meishi.relay.PageInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One page of a list of private contacts. */
@Description("One page of a list of private contacts.")
public record PrivateContactConnection(
        @Description("The contacts with their cursors.") List<@NonNull PrivateContactEdge> edges,

        @Description("The contacts alone.") List<@NonNull PrivateContact> nodes,

        @Description("Where this page lies in the list.") PageInfo pageInfo,

        @Description("How many private contacts the member has.")
        int totalCount) {

    static PrivateContactConnection of(Slice<PrivateContactPayload> slice, long list) {
        List<PrivateContact> contacts =
                slice.items().stream().map(PrivateContact::from).toList();
        List<PrivateContactEdge> edges = IntStream.range(0, contacts.size())
                .mapToObj(i -> new PrivateContactEdge(cursor(slice.offset() + i, contacts.get(i), list), contacts.get(i)))
                .toList();
        List<String> cursors = edges.stream().map(PrivateContactEdge::cursor).toList();
        return new PrivateContactConnection(
                edges, contacts, PageInfo.of(slice.hasNext(), slice.offset() > 0, cursors), Objects.requireNonNull(slice.total()));
    }

    private static String cursor(int rank, PrivateContact contact, long list) {
        long mark = Anchor.mark(contact.contactNo(), 0);
        return new Cursor(new Anchor(Anchor.Frame.START, rank, mark, null), list).encode();
    }
}
