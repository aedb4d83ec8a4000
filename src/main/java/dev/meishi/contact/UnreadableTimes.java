package dev.meishi.contact;

import dev.meishi.connection.Page;
import dev.meishi.failure.Failure;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places contacts whose modification time cannot be read in a list sorted by it: they stay where LINE WORKS sorts them, as
 * broken contacts.
 */
final class UnreadableTimes {

    private UnreadableTimes() {}

    /**
     * The same page; a contact without a readable time has that of the one before it, or else of the next that has one.
     *
     * @param page in the order of modification times, either way
     * @return with a time for each contact
     * @throws Failure {@code UPSTREAM_INVALID} if none of them has one
     */
    static Page<Contact> placed(Page<Contact> page) {
        if (page.items().stream().allMatch(contact -> contact.modificationTime() != null)) {
            return page;
        }
        OffsetDateTime time = page.items().stream()
                .map(Contact::modificationTime)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Contact> placed = new ArrayList<>(page.items().size());
        for (Contact contact : page.items()) {
            OffsetDateTime own = contact.modificationTime();
            time = own == null ? time : own;
            placed.add(own == null ? at(time, contact) : contact);
        }
        return new Page<>(placed, page.hasNext(), page.total());
    }

    private static Contact at(@Nullable OffsetDateTime time, Contact contact) {
        Failure known = contact.fault();
        Failure fault = known == null
                ? BrokenContact.fault(contact, "its member 'modificationTime' is not a valid time")
                : known;
        if (time == null) {
            throw fault;
        }
        return Contact.broken(
                contact.domainId(), contact.resourceId(), contact.name(), contact.creationTime(), time, fault);
    }
}
