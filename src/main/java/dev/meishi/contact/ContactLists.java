package dev.meishi.contact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.View;
import dev.meishi.listing.ItemKeys;
import dev.meishi.listing.ListSource;
import dev.meishi.listing.Span;
import dev.meishi.pages.ListPages;
import dev.meishi.pages.PageLoader;
import dev.meishi.pages.Pages;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists that LINE WORKS can serve of one search for contacts.
 *
 * @param upstream where they come from
 * @param pages of all lists
 * @param search what LINE WORKS can search at once
 * @param period a span that it cannot search at once, in place of the search's own; null if there is none
 * @param check what of it is wanted
 * @param asOf no page requested at an earlier moment is used, and none is cached for a later one; null if a cached one
 *     will do
 */
record ContactLists(
        LineWorks upstream,
        Pages pages,
        ContactSearch search,
        @Nullable DateWindow period,
        ContactCheck check,
        @Nullable Instant asOf)
        implements ListSource<Contact> {

    /** What LINE WORKS finds by a search alone, of which any cached page will do. */
    ContactLists(LineWorks upstream, Pages pages, ContactSearch search) {
        this(upstream, pages, search, null, ContactCheck.of(search, upstream.capabilities()), null);
    }

    @Override
    public ItemKeys<Contact> keys() {
        return ContactKeys.of(search.orderBy());
    }

    @Override
    public Direction sorting() {
        return Direction.ascending(search.direction() == SortOrder.ASC);
    }

    @Override
    public ListPages<Contact> pages(Direction order, @Nullable Span window) {
        ContactSearch turned = order.isForward() ? search : search.reversed();
        ContactSearch narrowed = window == null ? turned : turned.between(within(window));
        return pages.of(
                new Key(upstream.view(), narrowed, asOf),
                narrowed.title(),
                new Loader(upstream, narrowed, asOf != null));
    }

    /** Pages are shared by those alone who ask for the very same thing in the same view. */
    private record Key(
            View view, ContactSearch search, @Nullable Instant asOf) {

        /** As {@link ContactSearch#hashCode}; of nearly all keys the rest is the same. */
        @Override
        public int hashCode() {
            return search.hashCode();
        }
    }

    /**
     * Whether the pages of a list may show any contact of a domain as everybody sees it.
     *
     * @param list by which {@link Pages} tells it from others
     * @param view by which its pages were asked for
     * @param domainId of its contacts
     */
    static boolean isOfAll(Object list, View view, String domainId) {
        return list instanceof Key key
                && key.view.equals(view)
                && key.search.domainId().equals(domainId)
                && key.search.accessibleTo() == null
                && key.asOf == null;
    }

    /** A search that LINE WORKS can do at once keeps to its own span; its windows lie within that. */
    private DateWindow within(Span window) {
        DateType type = timeType();
        DateWindow own = search.between();
        if (own == null) {
            return DateWindow.of(type, window.from(), window.to());
        }
        if (own.type() != type) {
            throw new Failure(
                    ErrorCode.RESULT_WINDOW_EXCEEDED,
                    String.format(
                            Locale.ROOT,
                            "LINE WORKS serves at most %,d results from either end of a search; narrow the filter, or"
                                    + " sort by the time that it restricts.",
                            cap()));
        }
        return DateWindow.of(
                type,
                Math.max(window.from(), own.from().toEpochSecond()),
                Math.min(window.to(), own.to().toEpochSecond()));
    }

    private DateType timeType() {
        return switch (search.orderBy()) {
            case CREATION_TIME -> DateType.CREATION_TIME;
            case MODIFICATION_TIME -> DateType.MODIFICATION_TIME;
            case NAME -> period == null ? DateType.CREATION_TIME : period.type();
        };
    }

    @Override
    public @Nullable Span span() {
        return period == null ? null : spanOf(period);
    }

    /** LINE WORKS knows when a contact was created or changed, though it may not say so in a way that can be read. */
    @Override
    public boolean isPlaced(Contact contact) {
        return period == null || asOf != null || time(contact, period.type()) != null;
    }

    private static @Nullable OffsetDateTime time(Contact contact, DateType type) {
        return type == DateType.CREATION_TIME ? contact.creationTime() : contact.modificationTime();
    }

    private static Span spanOf(DateWindow window) {
        return new Span(window.from().toEpochSecond(), window.to().toEpochSecond());
    }

    @Override
    public boolean isInSpan(Contact contact) {
        if (period == null) {
            return true;
        }
        OffsetDateTime time = time(contact, period.type());
        return time != null && spanOf(period).has(time.toEpochSecond());
    }

    @Override
    public boolean isSelective() {
        return check.isNeeded();
    }

    @Override
    public boolean isSparse() {
        return check.isSparse();
    }

    @Override
    public boolean isWanted(Contact contact) {
        return check.isPassedBy(contact);
    }

    @Override
    public boolean isSortedBySpan() {
        return period == null || search.orderBy().name().equals(period.type().name());
    }

    @Override
    public ListSource<Contact> byTime() {
        DateWindow own = search.between();
        DateType type = period != null ? period.type() : own != null ? own.type() : DateType.CREATION_TIME;
        return new ContactLists(
                upstream, pages, search.orderedBy(OrderBy.valueOf(type.name()), SortOrder.ASC), period, check, asOf);
    }

    @Override
    public long longestWindow() {
        return upstream.capabilities().longestWindow().toSeconds();
    }

    @Override
    public Set<Anchor.Origin> origins() {
        return keys().isByTime() ? Anchor.Origin.ALL : Anchor.Origin.WHOLE;
    }

    @Override
    public CursorSeal seal() {
        return upstream.cursorSeal();
    }

    @Override
    public int cap() {
        return upstream.capabilities().resultCap();
    }

    @Override
    public boolean isSeekable() {
        return upstream.capabilities().seeksByRank();
    }

    @Override
    public int maxPageSize() {
        return upstream.capabilities().largestPage();
    }

    private record Loader(LineWorks upstream, ContactSearch search, boolean isOfChanges)
            implements PageLoader<Contact> {

        @Override
        public Uni<Page<Contact>> load(PageRequest page, Ledger ledger) {
            Uni<Page<Contact>> found =
                    upstream.contacts(search, page, () -> new ContactAssembler(search.domainId()), ledger);
            return isOfChanges ? found.map(UnreadableTimes::placed) : found;
        }

        @Override
        public boolean isCacheable() {
            return !isOfChanges;
        }

        @Override
        public long weight(List<Contact> contacts) {
            return ContactWeight.of(contacts);
        }
    }
}
