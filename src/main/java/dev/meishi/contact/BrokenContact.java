package dev.meishi.contact;

import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.relay.GlobalId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Creates the placeholder in a list for a contact that cannot be read. */
final class BrokenContact {

    /** No id begins with it. */
    private static final String WITHOUT_ID = "\0";

    /** Characters of an id that a message shows. */
    private static final int LONGEST_SHOWN = 100;

    private BrokenContact() {}

    /**
     * One of which no more is known than its place.
     *
     * @param domainId the domain it was asked of
     * @param id null if it has none
     * @param fingerprint by which it is known again if it has no id
     * @param why it cannot be read, without any value of it
     * @param name as far as it can be read
     * @param created null if it cannot be read
     * @param modified null if it cannot be read
     * @return a broken contact, whose fault says why
     */
    static Contact of(
            String domainId,
            @Nullable Text id,
            long fingerprint,
            String why,
            Name name,
            @Nullable OffsetDateTime created,
            @Nullable OffsetDateTime modified) {
        Text known = id == null ? Text.of(WITHOUT_ID + Long.toHexString(fingerprint)) : id;
        return Contact.broken(domainId, known, name, created, modified, failure(domainId, Text.string(id), why));
    }

    /** Of a contact that has an id. */
    static Failure fault(Contact contact, String why) {
        return failure(contact.domainId(), contact.resourceId().toString(), why);
    }

    private static Failure failure(String domainId, @Nullable String resourceId, String why) {
        String which = resourceId == null
                ? "A contact"
                : "The contact with the resourceId '"
                        + resourceId.substring(0, Math.min(LONGEST_SHOWN, resourceId.length())) + "'";
        return Failure.ofObject(
                which + " cannot be read: " + why
                        + ". Repeating the request does not help; correct the contact in LINE WORKS.",
                resourceId == null ? null : new GlobalId(Contact.TYPE, domainId, resourceId).encode());
    }
}
