package dev.meishi.privatecontact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.View;
import dev.meishi.listing.ItemKeys;
import dev.meishi.listing.ListSource;
import dev.meishi.listing.Span;
import dev.meishi.pages.ListPages;
import dev.meishi.pages.PageLoader;
import dev.meishi.pages.Pages;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member's private contacts: one list in the vendor's own order, which can only be read from its start.
 *
 * @param upstream where they come from
 * @param pages of all lists
 * @param memberEmail whose contacts
 */
record PrivateContactLists(LineWorks upstream, Pages pages, String memberEmail) implements ListSource<PrivateContact> {

    /** The migration API documents no cap; a domain may have 50,000 contacts, and no member has twenty times as many. */
    static final int CAP = 1_000_000;

    /** Heap of a contact of eleven short texts. */
    private static final int BYTES = 1_000;

    @Override
    public ItemKeys<PrivateContact> keys() {
        return Known.BY_NUMBER;
    }

    private enum Known implements ItemKeys<PrivateContact> {
        BY_NUMBER;

        @Override
        public long fingerprint(PrivateContact contact) {
            return Anchor.fingerprint(contact.contactNo(), 0);
        }

        @Override
        public @Nullable Long time(PrivateContact contact) {
            return null;
        }

        @Override
        public boolean isByTime() {
            return false;
        }
    }

    @Override
    public Direction sorting() {
        return Direction.FORWARD;
    }

    @Override
    public ListPages<PrivateContact> pages(Direction order, @Nullable Span window) {
        if (!order.isForward() || window != null) {
            throw new IllegalArgumentException("private contacts are read from their start");
        }
        return pages.of(new Key(upstream.view(), memberEmail), "privateContacts", new Loader(upstream, memberEmail));
    }

    private record Key(View view, String memberEmail) {}

    @Override
    public @Nullable Span span() {
        return null;
    }

    @Override
    public boolean isInSpan(PrivateContact contact) {
        return true;
    }

    @Override
    public boolean isSortedBySpan() {
        return true;
    }

    @Override
    public ListSource<PrivateContact> byTime() {
        throw new IllegalArgumentException("private contacts have no time");
    }

    @Override
    public long longestWindow() {
        return upstream.capabilities().longestWindow().toSeconds();
    }

    @Override
    public Set<Anchor.Origin> origins() {
        return Anchor.Origin.FROM_START;
    }

    @Override
    public CursorSeal seal() {
        return upstream.cursorSeal();
    }

    @Override
    public int cap() {
        return CAP;
    }

    @Override
    public boolean isSeekable() {
        return true;
    }

    @Override
    public int maxPageSize() {
        return upstream.capabilities().largestPage();
    }

    private record Loader(LineWorks upstream, String memberEmail) implements PageLoader<PrivateContact> {

        @Override
        public Uni<Page<PrivateContact>> load(PageRequest page, Ledger ledger) {
            return upstream.privateContacts(memberEmail, page, ledger)
                    .map(found -> new Page<>(
                            found.items().stream().map(PrivateContact::from).toList(), found.hasNext(), found.total()));
        }

        @Override
        public long weight(List<PrivateContact> contacts) {
            return (long) BYTES * contacts.size();
        }
    }
}
