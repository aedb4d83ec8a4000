package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.LateCursor;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.Total;
import dev.meishi.contact.StoredContacts.Stored;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.CachedPages;
import dev.meishi.pages.Pages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One list as one API of LINE WORKS has it, and the cursors that were found in it. */
final class EachApi {

    /** Calls for an anchor of a numbered list that others have pushed away: its place by time, and among equal times. */
    private static final int LOST = 20;

    private static final Duration LONG = Duration.ofMinutes(10);

    final LineWorks lineWorks;
    final boolean isCaching;
    private final ContactPages contacts;
    private final ContactQuery query;
    private final Map<String, Place> places = new HashMap<>();
    private final StoredContacts store;
    private final ContactFilter filter;
    private final ContactOrder order;
    boolean isChanged;
    int stale;
    int read;

    private EachApi(
            LineWorks lineWorks,
            Domains domains,
            StoredContacts store,
            ContactFilter filter,
            ContactOrder order,
            boolean isCaching) {
        Pages pages = CachedPages.fresh(isCaching ? LONG : Duration.ZERO);
        this.lineWorks = lineWorks;
        this.isCaching = isCaching;
        this.store = store;
        this.filter = filter;
        this.order = order;
        contacts = new ContactPages(lineWorks, pages, new Totals(lineWorks, () -> 20), NoTags.NAMES);
        query = new ContactSearches(lineWorks.capabilities(), domains).of(filter, order);
    }

    /** Null if the API cannot search by the filter, which is refused with what would do. */
    static @Nullable EachApi of(
            LineWorks lineWorks,
            Domains domains,
            StoredContacts store,
            ContactFilter filter,
            ContactOrder order,
            boolean isCaching) {
        try {
            return new EachApi(lineWorks, domains, store, filter, order, isCaching);
        } catch (Failure refused) {
            assertThat(refused.code()).as("%s", filter).isEqualTo(ErrorCode.FEATURE_DISABLED);
            assertThat(refused).hasMessageMatching("filter\\.(email|phone) cannot be used here: .* (Use|Leave) .*");
            return null;
        }
    }

    /** Whether the gateway itself looks for what is wanted, in pages that end before they are full where their calls end. */
    boolean isSparse() {
        return filter.keyword() != null && !lineWorks.capabilities().has(Ability.KEYWORD);
    }

    /** The place where a page ends that is not full. */
    String spot(@Nullable LateCursor cursor) {
        String at = String.valueOf(cursor);
        places.put(at, new Place(null, at));
        return at;
    }

    boolean isSpot(@Nullable String id) {
        Place place = id == null ? null : places.get(id);
        return place != null && place.cursor().equals(id);
    }

    boolean isNumbered() {
        return lineWorks.capabilities().seeksByRank();
    }

    /** Which part, by the ids of the contacts next to its ends. */
    record Part(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {}

    boolean hasCursors(Part part) {
        return (part.after() == null || places.containsKey(part.after()))
                && (part.before() == null || places.containsKey(part.before()));
    }

    /** The contact as it was when the cursor was issued that is given for it; null if it was gone by then. */
    @Nullable
    Stored found(@Nullable String id) {
        Place place = id == null ? null : places.get(id);
        return place == null ? null : place.contact();
    }

    private @Nullable String cursor(@Nullable String id) {
        Place place = id == null ? null : places.get(id);
        return place == null ? null : place.cursor();
    }

    private record Place(@Nullable Stored contact, String cursor) {}

    /** Whether a part is of the contacts as they are stored. */
    boolean isExact() {
        return !isCaching || !isChanged;
    }

    /** Reads a part of the list, in no more calls than it says, with its total if that is wanted. */
    ContactConnection read(Part part, boolean isTotalWanted, String what) {
        Ledger ledger = Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), 1_000, false));
        PageArguments arguments =
                new PageArguments(part.first(), cursor(part.after()), part.last(), cursor(part.before()));
        ContactConnection page = contacts.page(query, arguments, new CostlyFields(isTotalWanted, false), ledger)
                .await()
                .atMost(LONG);
        if (isTotalWanted && isExact()) {
            checkTotal(page, ledger, what);
        }
        Ledger.Summary summary = ledger.summary();
        int lost = isChanged && isNumbered() ? LOST : 0;
        assertThat(summary.calls())
                .as("%s: calls of %s said %s", what, part, summary.estimates())
                .isLessThanOrEqualTo(summary.atMost() + lost);
        page.edges().forEach(edge -> {
            String id = Objects.requireNonNull(edge.node()).resourceId().toString();
            places.put(id, new Place(store.find(id), edge.cursor().toString()));
        });
        read++;
        return page;
    }

    /** It takes no more calls than it said, or those of a page that needed fewer. */
    private void checkTotal(ContactConnection page, Ledger ledger, String what) {
        int all = store.all(filter, order).size();
        List<CallEstimate> estimates = ledger.summary().estimates();
        int said = estimates.get(estimates.size() - 1).atMost();
        int before = ledger.budget().spent();
        try {
            Total total = page.count().total().await().atMost(LONG);
            assertThat(total.count()).as("%s: %s", what, total).isBetween(total.isExact() ? all : 0, all);
        } catch (Failure failure) {
            assertThat(failure.code()).as("%s: total", what).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        }
        assertThat(isSparse() ? 0 : ledger.budget().spent() - before)
                .as("%s: calls of the total, said %s", what, estimates)
                .isLessThanOrEqualTo(said);
    }

    static List<String> ids(ContactConnection page) {
        return page.nodes().stream()
                .map(contact -> Objects.requireNonNull(contact).resourceId().toString())
                .toList();
    }
}
