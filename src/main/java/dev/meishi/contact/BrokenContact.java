package dev.meishi.contact;

import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.relay.GlobalId;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;

/** Reads what gives a contact its place in a list, of one whose other members cannot be read. */
final class BrokenContact {

    private static final Members MEMBERS = Members.of("resourceId", "name", "creationTime", "modificationTime");

    /** No id begins with it. */
    private static final String WITHOUT_ID = "\0";

    /** Characters of an id that a message shows. */
    private static final int LONGEST_SHOWN = 100;

    private @Nullable Text resourceId;
    private Name name = Name.NONE;
    private @Nullable OffsetDateTime creationTime;
    private @Nullable OffsetDateTime modificationTime;

    private BrokenContact() {}

    /**
     * Reads it.
     *
     * @param json in front of it
     * @param domainId the domain it was asked of
     * @param member that cannot be read; null if it is none of those that are of interest
     * @return a broken contact, whose fault names the member and none of its values
     */
    static Contact read(JsonReader json, String domainId, @Nullable String member) {
        String print = WITHOUT_ID + Long.toHexString(json.fingerprint());
        BrokenContact found = new BrokenContact();
        json.attempt(found::members, (again, unexpected) -> null);
        Text id = found.resourceId;
        return Contact.broken(
                domainId,
                id == null ? Text.of(print) : id,
                found.name,
                found.creationTime,
                found.modificationTime,
                fault(domainId, Text.string(id), member));
    }

    private @Nullable Object members(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
            switch (at) {
                case 0 -> resourceId = id(json.attempt(JsonReader::text, (again, unexpected) -> null));
                case 1 -> name = name(json.attempt(Name::read, (again, unexpected) -> null));
                case 2 -> creationTime = json.attempt(ContactReader::time, (again, unexpected) -> null);
                default -> modificationTime = json.attempt(ContactReader::time, (again, unexpected) -> null);
            }
        }
        return null;
    }

    private static @Nullable Text id(@Nullable Text found) {
        return found == null || found.isEmpty() ? null : found;
    }

    private static Name name(@Nullable Name found) {
        return found == null ? Name.NONE : found;
    }

    private static Failure fault(String domainId, @Nullable String resourceId, @Nullable String member) {
        String why = member == null
                ? "it is no object of members with names"
                : member.equals("resourceId") && resourceId == null
                        ? "it has no resourceId"
                        : "its member '" + member + "' is not of the shape expected";
        return failure(domainId, resourceId, why);
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
                which + " cannot be read as LINE WORKS sends it: " + why
                        + ". Asking again does not help; it has to be corrected there.",
                resourceId == null ? null : new GlobalId(Contact.TYPE, domainId, resourceId).encode());
    }
}
