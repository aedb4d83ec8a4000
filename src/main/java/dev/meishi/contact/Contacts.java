package dev.meishi.contact;

import dev.meishi.connection.CursorScope;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.Slice;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.failure.PartialFailure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OptionalCalls;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.ListSource;
import dev.meishi.listing.Listing;
import dev.meishi.listing.ListingPart;
import dev.meishi.listing.Selection;
import dev.meishi.pages.ListPages;
import dev.meishi.pages.Pages;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSearch;
import dev.meishi.relay.NodeSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gets contacts: a part of a list, or one by its id. */
@Singleton
class Contacts implements NodeSource {

    /** Fields that LINE WORKS sends for a single contact only. */
    private static final Set<String> OF_ONE_ALONE = Set.of("detailedName");

    private static final int CALLS_AT_ONCE = 20;

    private final LineWorks lineWorks;
    private final Domains domains;
    private final Pages pages;
    private final Totals totals;

    Contacts(LineWorks lineWorks, Domains domains, Pages pages, Totals totals) {
        this.lineWorks = lineWorks;
        this.domains = domains;
        this.pages = pages;
        this.totals = totals;
    }

    @Override
    public String type() {
        return Contact.TYPE;
    }

    /**
     * The contact with this id, empty if there is none.
     *
     * @throws Failure {@code INVALID_ID} if LINE WORKS can have none with it, so that it need not be asked
     */
    Uni<Optional<Node>> find(GlobalId id, Ledger ledger) {
        if (!domains.has(id.domainId())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return one(id).get(SingleContactLoader.PAGE, ledger)
                .map(page -> page.items().stream().<Node>map(Contacts::readable).findFirst());
    }

    private static Contact readable(Contact contact) {
        Failure fault = contact.fault();
        if (fault != null) {
            throw fault;
        }
        return contact;
    }

    /**
     * The names of contacts with all of their parts, in their order: those that came alone have them, those that came in a
     * list are asked for one by one, as if each had been asked for by its id.
     */
    Uni<List<@Nullable DetailedName>> names(List<Contact> contacts, Ledger ledger) {
        @Nullable Object[] outcomes = new @Nullable Object[contacts.size()];
        return Multi.createFrom()
                .range(0, outcomes.length)
                .onItem()
                .transformToUni(i -> name(contacts.get(i), ledger)
                        .onItemOrFailure()
                        .invoke((name, thrown) -> outcomes[i] = thrown == null ? name : thrown)
                        .onFailure()
                        .recoverWithNull())
                .merge(CALLS_AT_ONCE)
                .collect()
                .last()
                .map(done -> names(outcomes));
    }

    private Uni<@Nullable DetailedName> name(Contact contact, Ledger ledger) {
        return contact.details() != null
                ? Uni.createFrom().item(contact.details())
                : find(
                                new GlobalId(
                                        Contact.TYPE,
                                        contact.domainId(),
                                        contact.resourceId().toString()),
                                ledger)
                        .map(found ->
                                found.map(one -> ((Contact) one).details()).orElse(null));
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable DetailedName> names(@Nullable Object[] outcomes) {
        List<?> all = Arrays.asList(outcomes);
        if (all.stream().anyMatch(Throwable.class::isInstance)) {
            throw new PartialFailure((List<@Nullable Object>) all);
        }
        return (List<@Nullable DetailedName>) all;
    }

    private ListPages<Contact> one(GlobalId id) {
        SingleContactLoader.requirePossible(id.key());
        SingleContactLoader one = new SingleContactLoader(lineWorks, id);
        return pages.of(one.key(), SingleContactLoader.TITLE, one);
    }

    /** Calls that finding a contact takes, as of what is cached. */
    CallEstimate plan(GlobalId id, Ledger ledger) {
        int calls = !domains.has(id.domainId()) || !one(id).cached(0, 1, ledger).isEmpty() ? 0 : 1;
        return new CallEstimate(
                "contact", calls, calls == 0 ? "from the cache" : "", "Ask for fewer contacts at once.");
    }

    @Override
    public NodeSearch search(List<GlobalId> ids, Supplier<Set<String>> fields, Ledger ledger) {
        Map<String, List<GlobalId>> byDomain = new LinkedHashMap<>();
        ids.forEach(id -> byDomain.computeIfAbsent(id.domainId(), domain -> new ArrayList<>())
                .add(id));
        byDomain.forEach((domain, some) -> some.forEach(this::one));
        boolean isListEnough = ids.size() > 1
                && lineWorks.capabilities().seeksByRank()
                && Collections.disjoint(fields.get(), OF_ONE_ALONE);
        List<NodeSearch> searches = byDomain.entrySet().stream()
                .map(entry -> domains.has(entry.getKey())
                        ? new ContactNodes(lineWorks, pages, entry.getKey(), ledger, id -> find(id, ledger))
                                .search(entry.getValue(), isListEnough)
                        : NodeSearch.each(entry.getValue(), 0, "not served", id -> find(id, ledger)))
                .toList();
        return NodeSearch.all(searches);
    }

    /** Part of a list; its total is found out only when it is asked for. */
    Uni<ContactConnection> page(ContactQuery contacts, PageArguments arguments, CostlyFields fields, Ledger ledger) {
        Spelling first = new Spelling(contacts, ledger);
        ContactQuery respelled = contacts.respelled();
        Spelling second = respelled == null ? null : new Spelling(respelled, ledger);
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
        OptionalCalls total = fields.isTotalWanted() ? totals.plan("contacts", first.listing, ledger) : null;
        CallEstimate plan = part.plan("contacts");
        return ledger.admission()
                .declare(other == null ? plan : plan.and(other.plan("contacts")))
                .chain(admitted -> part.read())
                .chain(found -> second == null || other == null || !isNothing(found)
                        ? Uni.createFrom().item(first.connection(found, total))
                        : other.read().map(foundThen -> second.connection(foundThen, total)));
    }

    private static boolean isNothing(Selection<Contact> found) {
        return found.results().isEmpty() && !found.hasNext() && !found.hasPrevious();
    }

    /** A query as LINE WORKS is asked for it, which may know a number in another spelling alone. */
    private final class Spelling {

        private final ContactQuery query;
        private final long list;
        private final ListSource<Contact> lists;
        private final Listing<Contact> listing;
        private final Ledger ledger;

        Spelling(ContactQuery query, Ledger ledger) {
            this.query = query;
            this.ledger = ledger;
            list = query.fingerprint();
            lists = new ContactLists(lineWorks, pages, query.search(), query.period(), null);
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

        ContactConnection connection(Selection<Contact> found, @Nullable OptionalCalls total) {
            return ContactConnection.of(
                    found,
                    lists.keys(),
                    new CursorScope(list, lists.seal()),
                    ContactCount.of(() -> totals.of(
                            found.total(), total, listing, query.search().domainId(), ledger)));
        }
    }
}
