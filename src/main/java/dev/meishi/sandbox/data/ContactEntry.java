package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists, filters and orders need of a contact; everything else is generated again when it is served.
 *
 * @param index position in the seed's sequence, unique, and the last word in every order
 * @param revision 0 when created, or given as a whole; one more with every change
 * @param sortName family name, then given name, in lower case: the key of {@code orderBy=NAME}
 * @param searchText in lower case, whatever else {@code keyword} finds
 * @param sharedWith ids of members, organisations and groups; empty for an open contact
 * @param created epoch seconds
 * @param modified epoch seconds
 * @param verbatim the whole contact as it was given; null for a generated one
 */
public record ContactEntry(
        int index,
        int revision,
        String resourceId,
        String sortName,
        String searchText,
        List<String> tagIds,
        boolean open,
        boolean external,
        @Nullable String masterUserId,
        List<String> sharedWith,
        long created,
        long modified,
        @Nullable JsonObject verbatim) {

    /** NUL sorts before every character of a name and occurs in none, so parts neither run together nor mix. */
    private static final char SEPARATOR = '\0';

    /** The orders LINE WORKS lists contacts in. Equal keys stand in the order the contacts were added. */
    public enum Order {
        /** By family name, then given name. */
        NAME,
        /** By the time of creation. */
        CREATION_TIME,
        /** By the time of the last change. */
        MODIFICATION_TIME;

        Comparator<ContactEntry> comparator() {
            Comparator<ContactEntry> key = switch (this) {
                case NAME -> Comparator.comparing(ContactEntry::sortName);
                case CREATION_TIME -> Comparator.comparingLong(ContactEntry::created);
                case MODIFICATION_TIME -> Comparator.comparingLong(ContactEntry::modified);
            };
            return key.thenComparingInt(ContactEntry::index);
        }
    }

    static String sortName(PersonName name) {
        return joined(Stream.of(name.lastName(), name.firstName()));
    }

    static String searchText(PersonName name, Stream<String> companies) {
        Stream<@Nullable String> parts = Stream.of(
                name.phoneticLastName(),
                name.phoneticFirstName(),
                name.nickName(),
                name.prefix(),
                name.suffix(),
                name.middleName());
        return joined(Stream.concat(parts, companies));
    }

    /**
     * Whether a text occurs in one of the name parts or company names, or in family and given name as they are shown, in
     * furigana too: one after the other, in either order, with a blank or without.
     *
     * @param keyword in lower case, with single blanks
     */
    public boolean mentions(String keyword) {
        return sortName.contains(keyword)
                || searchText.contains(keyword)
                || isInPair(sortName, keyword)
                || isInPair(searchText, keyword);
    }

    /** Whether a text occurs in the first two of several parts when they are written as one. */
    private static boolean isInPair(String parts, String keyword) {
        int middle = parts.indexOf(SEPARATOR);
        int end = parts.indexOf(SEPARATOR, middle + 1);
        String first = parts.substring(0, middle);
        String second = end < 0 ? parts.substring(middle + 1) : parts.substring(middle + 1, end);
        return (first + ' ' + second).contains(keyword)
                || (second + ' ' + first).contains(keyword)
                || (first + second).contains(keyword);
    }

    /** Whether a member known under these ids may read the contact. */
    public boolean isVisibleTo(Set<String> identities) {
        return open
                || (masterUserId != null && identities.contains(masterUserId))
                || sharedWith.stream().anyMatch(identities::contains);
    }

    private static String joined(Stream<@Nullable String> parts) {
        return parts.map(part -> part == null ? "" : part.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }
}
