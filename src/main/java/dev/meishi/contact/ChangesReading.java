package dev.meishi.contact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Slice;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reading of one page of {@link ContactChanges}, of what changed up to a moment. */
final class ChangesReading {

    private static final ContactKeys ORDER = ContactKeys.BY_MODIFICATION;

    private final LineWorks lineWorks;
    private final Pages pages;
    private final ContactSearch search;
    private final ContactCheck check;
    private final long from;
    private final long to;
    private final Ledger ledger;

    /**
     * What is read for one page.
     *
     * @param wanted what the client wants
     * @param start the first second that is read
     * @param of what changed since then; null if nothing is after the cursor yet
     */
    record Part(Slice wanted, long start, @Nullable ListingPart<Contact> of) {

        CallEstimate plan() {
            return of == null ? new CallEstimate("changes", 0, "", "") : of.plan("changes");
        }
    }

    /**
     * A reading.
     *
     * @param search of the contacts, sorted by when they were modified
     * @param check what is looked for in them
     * @param from the first second
     * @param to the last second
     */
    ChangesReading(
            LineWorks lineWorks,
            Pages pages,
            ContactSearch search,
            ContactCheck check,
            long from,
            long to,
            Ledger ledger) {
        this.lineWorks = lineWorks;
        this.pages = pages;
        this.search = search;
        this.check = check;
        this.from = from;
        this.to = to;
        this.ledger = ledger;
    }

    Listing<Contact> listing(long start) {
        DateWindow span = DateWindow.of(DateType.MODIFICATION_TIME, start, to);
        Instant asOf = Instant.ofEpochSecond(to);
        return new Listing<>(new ContactLists(lineWorks, pages, search, span, check, asOf), ledger);
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
            read = read.onFailure(ChangesReading::isStale)
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

    private static boolean isStale(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.CURSOR_STALE;
    }
}
