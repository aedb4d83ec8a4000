package dev.meishi.contact;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.PageLoader;
import dev.meishi.relay.GlobalId;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A contact by its id: a list of one, or of none if there is no such contact. As such it is kept and shared like any
 * page.
 *
 * @param upstream where it comes from
 * @param id of the contact
 */
record OneContact(LineWorks upstream, GlobalId id) implements PageLoader<Contact> {

    /** The only page there is. */
    static final PageRequest PAGE = new PageRequest(1, 1);

    /** What it is kept under. */
    Object key() {
        return new Key(upstream.credential(), id);
    }

    private record Key(String credential, GlobalId id) {}

    @Override
    public Uni<Page<Contact>> load(PageRequest page, Ledger ledger) {
        return upstream.contact(id.domainId(), id.key(), this::read, ledger)
                .map(found -> found.map(List::of).orElse(List.of()))
                .map(contacts -> new Page<>(contacts, false, contacts.size()));
    }

    /** The contact asked for and no other; what has no id at all is no contact that could be told to be broken. */
    private @Nullable Contact read(JsonReader json) {
        Contact contact = ContactReader.ofOne(id.domainId()).read(json);
        if (contact != null && !contact.resourceId().equals(Text.of(id.key()))) {
            Failure fault = contact.fault();
            throw new Failure(
                    ErrorCode.UPSTREAM_INVALID,
                    fault != null && fault.node() == null
                            ? "LINE WORKS cannot be understood: asked for a contact it sent something without a resourceId."
                            : "LINE WORKS cannot be understood: asked for one contact it sent another.");
        }
        return contact;
    }

    @Override
    public long weight(List<Contact> contacts) {
        return ContactWeight.of(contacts);
    }
}
