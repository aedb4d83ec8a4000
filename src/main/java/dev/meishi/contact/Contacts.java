package dev.meishi.contact;

import dev.meishi.failure.Failure;
import dev.meishi.failure.PartialFailure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
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

/** Gets contacts by their ids, and what is known of each alone. */
@Singleton
class Contacts implements NodeSource {

    /** Fields that LINE WORKS sends for a single contact only. */
    private static final Set<String> OF_ONE_ALONE = Set.of("detailedName");

    private static final int CALLS_AT_ONCE = 20;

    private final LineWorks lineWorks;
    private final Domains domains;
    private final Pages pages;

    Contacts(LineWorks lineWorks, Domains domains, Pages pages) {
        this.lineWorks = lineWorks;
        this.domains = domains;
        this.pages = pages;
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
}
