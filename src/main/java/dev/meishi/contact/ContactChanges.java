package dev.meishi.contact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Cursor;
import dev.meishi.connection.CursorScope;
import dev.meishi.connection.ListLimits;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OptionalCalls;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.Listing;
import dev.meishi.listing.ListingPart;
import dev.meishi.listing.Positioned;
import dev.meishi.listing.Selection;
import dev.meishi.pages.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changed since a moment. The seconds served are over, so what is in them can only get less: a page is read on
 * from the second of its last contact, and nothing can have come before it meanwhile. No page is used that was asked for
 * before the end of what it is used for was over.
 */
@Singleton
class ContactChanges {

    private static final ContactOrder BY_MODIFICATION =
            new ContactOrder(ContactOrderField.MODIFICATION_TIME, OrderDirection.ASC);

    private static final ContactKeys ORDER = ContactKeys.BY_MODIFICATION;

    private final LineWorks lineWorks;
    private final Pages pages;
    private final ContactSearches searches;
    private final Totals totals;
    private final TagNames tags;
    private final Duration settle;
    private final Clock clock;
    private final ListLimits limits;

    @Inject
    ContactChanges(
            LineWorks lineWorks,
            Pages pages,
            ContactSearches searches,
            Totals totals,
            TagNames tags,
            ChangesConfig config) {
        this(lineWorks, pages, searches, totals, tags, config.settleTime(), Clock.systemUTC());
    }

    ContactChanges(
            LineWorks lineWorks,
            Pages pages,
            ContactSearches searches,
            Totals totals,
            TagNames tags,
            Duration settle,
            Clock clock) {
        this.lineWorks = lineWorks;
        this.pages = pages;
        this.searches = searches;
        this.totals = totals;
        this.tags = tags;
        this.settle = settle;
        this.clock = clock;
        limits = new ContactLists(
                lineWorks, pages, searches.of(null, BY_MODIFICATION).search(), null, null, null, null);
    }

    /** A page of them. */
    Uni<ContactConnection> page(
            OffsetDateTime since,
            @Nullable ContactFilter filter,
            PageArguments arguments,
            CostlyFields fields,
            Ledger ledger) {
        ContactQuery query = query(filter);
        long from = since.toEpochSecond();
        long to = clock.instant().minus(settle).getEpochSecond() - 1;
        long list = Cursor.fingerprint("changes", query.fingerprint(), from);
        Slice wanted = arguments.wanted(list, limits);
        if (from > to) {
            Uni<Total> none = Uni.createFrom().item(new Total(0, true));
            return Uni.createFrom()
                    .item(ContactConnection.emptyAfter(arguments.after(), false, ContactCount.of(() -> none)));
        }
        Keyword keyword = Keyword.of(query.keyword());
        String domainId = query.search().domainId();
        Reading reading = new Reading(query.search(), keyword, from, to, ledger);
        fields.planNames(wanted, ledger);
        if (keyword != null) {
            keyword.planTags(tags, domainId, ledger);
        }
        Part part = reading.part(wanted);
        CallEstimate plan = part.plan();
        Uni<Void> admission = ledger.admission().declare(plan);
        FurtherCalls further = FurtherCalls.plan(part.of(), plan, ledger);
        Listing<Contact> whole = reading.listing(from);
        OptionalCalls total = fields.isTotalWanted() ? totals.plan("changes", whole, ledger) : null;
        ContactCount count = ContactCount.of(() -> totals.of(null, total, further.left(), whole, domainId, ledger));
        return admission
                .chain(admitted ->
                        keyword == null ? Uni.createFrom().voidItem() : keyword.readTags(tags, domainId, ledger))
                .chain(read -> reading.read(part, further.begin(lineWorks.roomForPages(domainId, ledger))))
                .map(found -> found.results().isEmpty() && found.endsAt() == null
                        ? ContactConnection.emptyAfter(arguments.after(), found.hasNext(), count)
                        : ContactConnection.of(found, ORDER, new CursorScope(list, limits.seal()), count));
    }

    private ContactQuery query(@Nullable ContactFilter filter) {
        if (filter != null
                && (ContactSearches.given(filter.createdBetween()) != null
                        || ContactSearches.given(filter.modifiedBetween()) != null)) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "filter must have no span of time in changes, found createdBetween or modifiedBetween; use since instead: LINE WORKS searches by one time only.");
        }
        return searches.of(filter, BY_MODIFICATION);
    }

    /**
     * What is read for one page.
     *
     * @param wanted what the client wants
     * @param start the first second that is read
     * @param of what changed since then; null if nothing is after the cursor yet
     */
    private record Part(Slice wanted, long start, @Nullable ListingPart<Contact> of) {

        CallEstimate plan() {
            return of == null ? new CallEstimate("changes", 0, "", "") : of.plan("changes");
        }
    }

    /** The reading of one page, of what changed up to a moment. */
    private final class Reading {

        private final ContactSearch search;
        private final @Nullable Keyword keyword;
        private final long from;
        private final long to;
        private final Ledger ledger;

        Reading(ContactSearch search, @Nullable Keyword keyword, long from, long to, Ledger ledger) {
            this.search = search;
            this.keyword = keyword;
            this.from = from;
            this.to = to;
            this.ledger = ledger;
        }

        Listing<Contact> listing(long start) {
            DateWindow span = DateWindow.of(DateType.MODIFICATION_TIME, start, to);
            Instant asOf = Instant.ofEpochSecond(to);
            return new Listing<>(new ContactLists(lineWorks, pages, search, span, keyword, asOf, null), ledger);
        }

        /** What is to be read of it, which is decided here, once, so that it costs what it is said to. */
        Part part(Slice wanted) {
            Anchor after = wanted.after();
            if (after == null) {
                return new Part(wanted, from, listing(from).part(wanted));
            }
            long start = start(after);
            long second = Objects.requireNonNull(after.time());
            if (second > to) {
                return new Part(wanted, start, null);
            }
            Slice next = start == second ? from(wanted, atStart(after)) : wanted;
            return new Part(wanted, start, listing(start).part(next));
        }

        Uni<Selection<Contact>> read(Part part, int most) {
            ListingPart<Contact> of = part.of();
            if (of == null) {
                return Uni.createFrom().item(new Selection<>(List.of(), false, true, null));
            }
            Anchor after = part.wanted().after();
            Uni<Selection<Contact>> read = of.read(most);
            if (after != null) {
                long second = Objects.requireNonNull(after.time());
                read = read.onFailure(ContactChanges::isStale)
                        .recoverWithUni(() -> listing(Math.max(from, second))
                                .part(from(part.wanted(), null))
                                .read(most));
            }
            return read.map(found -> placed(found, part.start()));
        }

        /** From the last second served on, if LINE WORKS can search that at once: whatever left before it is no matter. */
        private long start(Anchor after) {
            Long second = after.time();
            if (second == null) {
                throw new Failure(
                        ErrorCode.INVALID_CURSOR,
                        "The cursor was not issued by this gateway; start this list without a cursor.");
            }
            return second >= from && isOneWindow(second) ? second : from;
        }

        private boolean isOneWindow(long start) {
            return to - start < lineWorks.capabilities().longestWindow().toSeconds();
        }

        private static Anchor atStart(Anchor after) {
            int rank = after.origin().isWindow() ? after.rank() : 0;
            return new Anchor(
                    Anchor.Origin.WINDOW_START, after.position().fromStart(rank), after.fingerprint(), after.time());
        }

        private static Slice from(Slice wanted, @Nullable Anchor after) {
            return new Slice(wanted.first(), after, null, null);
        }

        /** Places are counted from the start of their second where reading on will begin there. */
        private Selection<Contact> placed(Selection<Contact> found, long start) {
            if (!isOneWindow(start)) {
                return found;
            }
            List<Positioned<Contact>> placed = new ArrayList<>(found.results());
            Positioned<Contact> endsAt = found.endsAt();
            if (endsAt != null) {
                placed.add(endsAt);
            }
            long second = start;
            int first = 0;
            for (int i = 0; i < placed.size(); i++) {
                Positioned<Contact> result = placed.get(i);
                long time = Objects.requireNonNull(ORDER.time(result.result()));
                if (time != second) {
                    second = time;
                    first = result.rank();
                }
                placed.set(i, result.fromStart(result.rank() - first));
            }
            Positioned<Contact> end = endsAt == null ? null : placed.remove(placed.size() - 1);
            return new Selection<>(placed, found.hasNext(), found.hasPrevious(), found.total(), null, end);
        }
    }

    private static boolean isStale(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.CURSOR_STALE;
    }
}
