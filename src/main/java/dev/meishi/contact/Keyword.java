package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that is looked for in contacts here, because the API of LINE WORKS has no search for it: a part of a name, of a
 * company's name or of a tag's name, however it is written: wide or narrow, large or small. Family and given name are
 * looked through together too, in either order, with a blank between them or without, and so is their furigana. For one
 * reading.
 */
final class Keyword {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String wanted;
    private volatile Set<Text> tagIds = Set.of();

    private Keyword(String wanted) {
        this.wanted = wanted;
    }

    /** Null if nothing is looked for. */
    static @Nullable Keyword of(@Nullable String text) {
        return text == null
                ? null
                : new Keyword(BLANKS.matcher(ContactParts.folded(text)).replaceAll(" "));
    }

    /** To be said before the page is planned: the names of tags are needed before it is read. */
    void planTags(TagNames names, String domainId, Ledger ledger) {
        int calls = names.calls(domainId, ledger);
        ledger.admission()
                .declare(new CallEstimate(
                        "tags",
                        calls,
                        calls == 0 ? "from the cache" : "by one call for each 500 tags",
                        "Ask for the contacts of fewer domains at once."));
    }

    /** Learns which tags have it in their names; fails if these cannot be had. */
    Uni<Void> readTags(TagNames names, String domainId, Ledger ledger) {
        return names.having(domainId, this::isIn, ledger)
                .invoke(ids -> tagIds = ids)
                .replaceWithVoid();
    }

    /** Whether a contact has it; once the tags are read. */
    boolean isIn(Contact contact) {
        Name name = contact.name();
        if (isIn(name.lastName(), name.firstName())
                || isIn(name.phoneticLastName(), name.phoneticFirstName())
                || isIn(name.nickName())) {
            return true;
        }
        DetailedName details = contact.details();
        if (details != null && (isIn(details.prefix()) || isIn(details.suffix()) || isIn(details.middleName()))) {
            return true;
        }
        for (Organization organization : contact.organizations()) {
            if (isIn(organization.name())) {
                return true;
            }
        }
        return !tagIds.isEmpty() && !Collections.disjoint(tagIds, contact.tagResourceIds());
    }

    /** Whether one of two parts of a name has it, or both of them written as one. */
    private boolean isIn(@Nullable Text last, @Nullable Text first) {
        if (last == null || first == null) {
            return isIn(last) || isIn(first);
        }
        String family = ContactParts.folded(last.toString());
        String given = ContactParts.folded(first.toString());
        return family.contains(wanted)
                || given.contains(wanted)
                || (family + ' ' + given).contains(wanted)
                || (given + ' ' + family).contains(wanted)
                || (family + given).contains(wanted);
    }

    private boolean isIn(@Nullable Text text) {
        return text != null && isIn(text.toString());
    }

    private boolean isIn(String text) {
        return ContactParts.folded(text).contains(wanted);
    }
}
