package dev.meishi.contact;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.View;
import dev.meishi.pages.PageLoader;
import dev.meishi.relay.GlobalId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A contact by its id: a list of one, or of none if there is no such contact. As such it is cached and shared like any
 * page.
 *
 * @param upstream where it comes from
 * @param id of the contact
 */
record SingleContactLoader(LineWorks upstream, GlobalId id) implements PageLoader<Contact> {

    /** The only page there is. */
    static final PageRequest PAGE = new PageRequest(1, 1);

    /** In a plan. */
    static final String TITLE = "contact";

    /** Longer than any id on the vendor's pages. */
    private static final int MAX_KEY = 64;

    /** Whether an id may be one of LINE WORKS's: characters that mean nothing in a path, and not dots alone. */
    static boolean isPossible(String key) {
        boolean isName = false;
        for (int i = 0; i < key.length(); i++) {
            char sign = key.charAt(i);
            boolean isLetterOrDigit =
                    (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
            if (!isLetterOrDigit && "-_.~".indexOf(sign) < 0) {
                return false;
            }
            isName |= sign != '.';
        }
        return isName && key.length() <= MAX_KEY;
    }

    /**
     * Refuses an id that cannot be one of LINE WORKS's.
     *
     * @throws Failure {@code INVALID_ID}
     */
    static void requirePossible(String key) {
        if (!isPossible(key)) {
            throw new Failure(
                    ErrorCode.INVALID_ID,
                    "The id was not issued by this gateway: no contact of LINE WORKS can have it.");
        }
    }

    /** What it is cached under. */
    Object key() {
        return new Key(upstream.view(), id);
    }

    private record Key(View view, GlobalId id) {}

    @Override
    public Uni<Page<Contact>> load(PageRequest page, Ledger ledger) {
        return upstream.contact(id.domainId(), id.key(), () -> new ContactAssembler(id.domainId()), ledger)
                .map(found -> found.map(List::of).orElse(List.of()))
                .map(contacts -> new Page<>(contacts, false, contacts.size()));
    }

    @Override
    public boolean isByFreeKey() {
        return true;
    }

    @Override
    public long weight(List<Contact> contacts) {
        return ContactWeight.of(contacts);
    }
}
