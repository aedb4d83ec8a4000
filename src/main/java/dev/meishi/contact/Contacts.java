package dev.meishi.contact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.PageWanted;
import dev.meishi.connection.Total;
import dev.meishi.failure.Failure;
import dev.meishi.failure.PartialFailure;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.Listing;
import dev.meishi.listing.Lists;
import dev.meishi.listing.Selection;
import dev.meishi.pages.Pages;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSource;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gets contacts: a part of a list, or one by its id. */
@Singleton
class Contacts implements NodeSource {

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

    @Override
    public Uni<Optional<Node>> find(GlobalId id, Ledger ledger) {
        if (!domains.has(id.domainId())) {
            return Uni.createFrom().item(Optional.empty());
        }
        OneContact one = new OneContact(lineWorks, id);
        return pages.of(one.key(), "contact", one)
                .get(OneContact.PAGE, ledger)
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

    @Override
    public int calls(int count) {
        return count;
    }

    /** Part of a list; its total is found out only when it is asked for. */
    Uni<ContactConnection> page(WantedContacts contacts, PageArguments arguments, WantedFields fields, Ledger ledger) {
        long list = contacts.fingerprint();
        PageWanted wanted = arguments.wanted(list, frames(contacts.search()));
        Lists<Contact> lists = new ContactLists(lineWorks, pages, contacts.search(), contacts.period(), null);
        Listing<Contact> listing = new Listing<>(lists, ledger);
        fields.planNames(wanted, ledger);
        return ledger.planned(listing.plan("contacts", wanted, fields.isTotalWanted()))
                .chain(admitted -> listing.read(wanted))
                .map(selection -> ContactConnection.of(
                        selection, lists.order(), list, ContactCount.of(() -> total(selection, listing))));
    }

    private static Set<Anchor.Frame> frames(ContactSearch search) {
        return ContactOrders.of(search.orderBy()).isByTime() ? Anchor.Frame.ALL : Anchor.Frame.WHOLE;
    }

    private static Uni<Total> total(Selection<Contact> selection, Listing<Contact> listing) {
        Integer known = selection.total();
        return known == null ? listing.total() : Uni.createFrom().item(new Total(known, true));
    }
}
