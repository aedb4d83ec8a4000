package dev.meishi.contact;

import dev.meishi.connection.Anchor;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.listing.ItemKeys;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The keys of a contact in a list sorted by name, by creation or by modification. */
enum ContactKeys implements ItemKeys<Contact> {
    BY_NAME,
    BY_CREATION,
    BY_MODIFICATION;

    private static final char SEPARATOR = '\0';

    static ContactKeys of(OrderBy orderBy) {
        return switch (orderBy) {
            case NAME -> BY_NAME;
            case CREATION_TIME -> BY_CREATION;
            case MODIFICATION_TIME -> BY_MODIFICATION;
        };
    }

    @Override
    public long fingerprint(Contact contact) {
        Long at = time(contact);
        return Anchor.fingerprint(contact.resourceId().toString(), at == null ? key(contact) : at);
    }

    /** Whatever of a name LINE WORKS may sort by: its collation is its own affair. */
    private static long key(Contact contact) {
        Name name = contact.name();
        return Anchor.hash(Text.string(name.lastName())
                + SEPARATOR
                + Text.string(name.firstName())
                + SEPARATOR
                + Text.string(name.phoneticLastName())
                + SEPARATOR
                + Text.string(name.phoneticFirstName()));
    }

    @Override
    public @Nullable Long time(Contact contact) {
        OffsetDateTime at = sortedBy(contact);
        return at == null ? null : (Long) at.toEpochSecond();
    }

    @Override
    public boolean hasTime(Contact contact) {
        return sortedBy(contact) != null;
    }

    @Override
    public boolean isByTime() {
        return this != BY_NAME;
    }

    private @Nullable OffsetDateTime sortedBy(Contact contact) {
        return switch (this) {
            case BY_NAME -> null;
            case BY_CREATION -> contact.creationTime();
            case BY_MODIFICATION -> contact.modificationTime();
        };
    }
}
