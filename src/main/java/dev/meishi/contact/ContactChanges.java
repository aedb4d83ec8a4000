package dev.meishi.contact;

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
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.Listing;
import dev.meishi.pages.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
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
                lineWorks, pages, searches.of(null, BY_MODIFICATION).search());
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
        ContactCheck check = ContactCheck.of(query.search(), keyword, null, query.tags(), lineWorks.capabilities());
        ChangesReading reading = new ChangesReading(lineWorks, pages, query.search(), check, from, to, ledger);
        fields.planNames(wanted, ledger);
        if (keyword != null) {
            keyword.planTags(tags, domainId, ledger);
        }
        ChangesReading.Part part = reading.part(wanted);
        CallEstimate plan = part.plan();
        Uni<Void> admission = ledger.admission().declare(plan);
        FurtherCalls further = FurtherCalls.plan(part.of(), plan, ledger);
        Listing<Contact> whole = reading.listing(from);
        OptionalCalls total = fields.isTotalWanted() ? totals.plan("changes", whole, ledger) : null;
        ContactCount count = ContactCount.of(() -> totals.of(null, total, further.left(), whole, domainId, ledger));
        return admission
                .chain(admitted ->
                        keyword == null ? Uni.createFrom().voidItem() : keyword.readTags(tags, domainId, ledger))
                .chain(read -> reading.read(part, further.begin(() -> lineWorks.roomForPages(domainId, ledger))))
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
}
