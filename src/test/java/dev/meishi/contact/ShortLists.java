package dev.meishi.contact;

import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A LINE WORKS with shorter pages and lists than it has, so that a few contacts fill many pages, and lists beyond their cap. */
record ShortLists(LineWorks upstream, Capabilities capabilities) implements LineWorks {

    static final int PAGE = 20;
    static final int CAP = 200;

    /** With pages of {@link #PAGE} contacts and lists of {@link #CAP}. */
    static ShortLists of(LineWorks upstream) {
        Capabilities real = upstream.capabilities();
        return new ShortLists(upstream, new Capabilities(PAGE, CAP, real.longestWindow(), real.abilities()));
    }

    @Override
    public View view() {
        return upstream.view();
    }

    @Override
    public CursorSeal cursorSeal() {
        return upstream.cursorSeal();
    }

    @Override
    public <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        if (page.size() > PAGE || (capabilities.seeksByRank() && page.end() > CAP)) {
            throw new AssertionError("not served: " + page);
        }
        return upstream.contacts(search, page, builders, ledger);
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        return upstream.contact(domainId, resourceId, builders, ledger);
    }

    @Override
    public Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger) {
        return upstream.tags(domainId, ledger);
    }

    @Override
    public boolean hasTags() {
        return upstream.hasTags();
    }

    @Override
    public Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        return upstream.privateContacts(memberEmail, page, ledger);
    }
}
