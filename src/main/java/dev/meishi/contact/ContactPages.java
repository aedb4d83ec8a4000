package dev.meishi.contact;

import dev.meishi.connection.CursorScope;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.Slice;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OptionalCalls;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.ListSource;
import dev.meishi.listing.Listing;
import dev.meishi.listing.ListingPart;
import dev.meishi.listing.Selection;
import dev.meishi.pages.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gets parts of lists of contacts. */
@Singleton
class ContactPages {

    private final LineWorks lineWorks;
    private final Pages pages;
    private final Totals totals;
    private final TagNames tags;

    ContactPages(LineWorks lineWorks, Pages pages, Totals totals, TagNames tags) {
        this.lineWorks = lineWorks;
        this.pages = pages;
        this.totals = totals;
        this.tags = tags;
    }

    /** Part of a list; its total is found out only when it is asked for. */
    Uni<ContactConnection> page(ContactQuery contacts, PageArguments arguments, CostlyFields fields, Ledger ledger) {
        Keyword keyword = Keyword.of(contacts.keyword());
        Spelling first = new Spelling(contacts, keyword, ledger);
        ContactQuery respelled = contacts.respelled();
        Spelling second = respelled == null ? null : new Spelling(respelled, keyword, ledger);
        boolean isOn = arguments.after() != null || arguments.before() != null;
        if (second != null && isOn) {
            return page(first.isOf(arguments) ? first : second, null, arguments, fields);
        }
        return page(first, second, arguments, fields);
    }

    private Uni<ContactConnection> page(
            Spelling first, @Nullable Spelling second, PageArguments arguments, CostlyFields fields) {
        Ledger ledger = first.ledger;
        Slice wanted = first.wanted(arguments);
        ListingPart<Contact> part = first.listing.part(wanted);
        ListingPart<Contact> other = second == null ? null : second.listing.part(second.wanted(arguments));
        fields.planNames(wanted, ledger);
        first.planTags();
        String field = first.query.field();
        CallEstimate own = part.plan(field);
        CallEstimate plan = other == null ? own : own.and(other.plan(field));
        Uni<Void> admission = ledger.admission().declare(plan);
        FurtherCalls further = FurtherCalls.plan(part, plan, ledger);
        OptionalCalls total = fields.isTotalWanted() ? totals.plan(field, first.listing, ledger) : null;
        Uni<Selection<Contact>> read = first.withTags(admission)
                .chain(ready -> part.read(further.begin(() -> lineWorks.roomForPages(first.domainId(), ledger))));
        if (second == null || other == null) {
            return read.map(found -> first.connection(found, total, further));
        }
        return read.chain(found -> isNothing(found)
                ? other.read(further.left()).map(foundThen -> second.connection(foundThen, total, further))
                : Uni.createFrom().item(first.connection(found, total, further)));
    }

    private static boolean isNothing(Selection<Contact> found) {
        return found.results().isEmpty() && !found.hasNext() && !found.hasPrevious();
    }

    /** A query as LINE WORKS is asked for it, which may know a number in another spelling alone. */
    private final class Spelling {

        private final ContactQuery query;
        private final @Nullable Keyword keyword;
        private final long list;
        private final ListSource<Contact> lists;
        private final Listing<Contact> listing;
        private final Ledger ledger;

        Spelling(ContactQuery query, @Nullable Keyword keyword, Ledger ledger) {
            this.query = query;
            this.keyword = keyword;
            this.ledger = ledger;
            list = query.fingerprint();
            ContactCheck check =
                    ContactCheck.of(query.search(), keyword, query.match(), query.tags(), lineWorks.capabilities());
            lists = new ContactLists(lineWorks, pages, query.search(), query.period(), check, null);
            listing = new Listing<>(lists, ledger);
        }

        Slice wanted(PageArguments arguments) {
            return arguments.wanted(list, lists);
        }

        /** Whether cursors were issued for this spelling. */
        boolean isOf(PageArguments arguments) {
            try {
                wanted(arguments);
                return true;
            } catch (Failure failure) {
                return failure.code() != ErrorCode.INVALID_CURSOR;
            }
        }

        String domainId() {
            return query.search().domainId();
        }

        void planTags() {
            if (keyword != null) {
                keyword.planTags(tags, domainId(), ledger);
            }
        }

        /** Reads the tags that a keyword is looked for in, once the operation is admitted. */
        Uni<Void> withTags(Uni<Void> admission) {
            return keyword == null
                    ? admission
                    : admission.chain(admitted -> keyword.readTags(tags, domainId(), ledger));
        }

        ContactConnection connection(Selection<Contact> found, @Nullable OptionalCalls total, FurtherCalls further) {
            return ContactConnection.of(
                    found,
                    lists.keys(),
                    new CursorScope(list, lists.seal()),
                    ContactCount.of(
                            () -> totals.of(found.total(), total, further.left(), listing, domainId(), ledger)));
        }
    }
}
