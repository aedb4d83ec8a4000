package dev.meishi.contact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.CursorScope;
import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Total;
import dev.meishi.lineworks.v1.CannedPage;
import dev.meishi.listing.Positioned;
import dev.meishi.listing.Selection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** A page of contacts as a resolver answers it. */
public final class CannedConnection {

    private CannedConnection() {}

    /** From the bytes of a page. */
    public static ContactConnection of(byte[] body) {
        List<Contact> contacts = contacts(body);
        List<Positioned<Contact>> placed = new ArrayList<>(contacts.size());
        for (int rank = 0; rank < contacts.size(); rank++) {
            placed.add(new Positioned<>(contacts.get(rank), Anchor.Origin.START, rank));
        }
        return ContactConnection.of(
                new Selection<>(placed, true, false, null),
                ContactKeys.BY_CREATION,
                new CursorScope(1, CursorSeal.of("secret of the bench")),
                new ContactCount(Uni.createFrom().item(new Total(contacts.size(), true))));
    }

    static List<Contact> contacts(byte[] body) {
        return CannedPage.read(body, () -> new ContactAssembler("1"));
    }
}
