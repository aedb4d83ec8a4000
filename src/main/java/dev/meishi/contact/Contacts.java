package dev.meishi.contact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.PageWanted;
import dev.meishi.connection.Total;
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
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gets contacts: a part of a list, or one by its id. */
@Singleton
class Contacts implements NodeSource {

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
                .map(page ->
                        page.items().stream().<Node>map(Function.identity()).findFirst());
    }

    @Override
    public int calls(int count) {
        return count;
    }

    /** Part of a list; its total is found out only when it is asked for. */
    Uni<ContactConnection> page(
            WantedContacts contacts, PageArguments arguments, boolean isTotalWanted, Ledger ledger) {
        long list = contacts.fingerprint();
        PageWanted wanted = arguments.wanted(list, frames(contacts.search()));
        Lists<Contact> lists = new ContactLists(lineWorks, pages, contacts.search(), contacts.period(), null);
        Listing<Contact> listing = new Listing<>(lists, ledger);
        return ledger.planned(listing.plan("contacts", wanted, isTotalWanted))
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
