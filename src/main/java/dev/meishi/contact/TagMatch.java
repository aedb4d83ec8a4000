package dev.meishi.contact;

import dev.meishi.connection.Cursor;
import dev.meishi.json.Text;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Tags that are looked for in contacts here, because LINE WORKS searches by one tag only.
 *
 * @param all ids of those that a contact must have
 * @param any ids of which a contact must have one; empty if there is no such condition
 */
record TagMatch(List<Text> all, List<Text> any) {

    boolean isOf(Contact contact) {
        List<Text> ids = contact.tagResourceIds();
        return ids.containsAll(all) && (any.isEmpty() || !Collections.disjoint(ids, any));
    }

    /** Tells a list from those of other tags. */
    long fingerprint(long list) {
        return Cursor.fingerprint(list, "tags", joined(all), joined(any));
    }

    private static String joined(List<Text> ids) {
        return String.join("\0", ids.stream().map(Objects::toString).toList());
    }
}
