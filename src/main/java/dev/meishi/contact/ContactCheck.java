package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.ContactSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is checked here of each contact that a search finds: how LINE WORKS compares parts of addresses and numbers is not
 * documented, whether it combines several conditions by AND is not for every API, and what it has no search for is looked
 * for here.
 *
 * @param conditions all of which have to hold; empty if all is wanted that is found
 * @param isSparse whether little may be wanted of what is found
 */
record ContactCheck(List<Predicate<Contact>> conditions, boolean isSparse) {

    /** Of a search alone. */
    static ContactCheck of(ContactSearch search, Capabilities api) {
        return of(search, null, null, null, api);
    }

    /**
     * Of a search and what LINE WORKS has no search for.
     *
     * @param keyword a text that it cannot search for; null if there is none
     * @param match the number whose digits are searched for; null if any number with these digits will do
     * @param tags several tags; null if there are none
     */
    static ContactCheck of(
            ContactSearch search,
            @Nullable Keyword keyword,
            @Nullable PhoneMatch match,
            @Nullable TagMatch tags,
            Capabilities api) {
        List<Predicate<Contact>> ofParts = ofParts(search, match);
        List<Predicate<Contact>> ofOthers = ofOthers(search);
        List<Predicate<Contact>> conditions = new ArrayList<>(ofParts);
        if (ofParts.size() + ofOthers.size() > 1 && !api.has(Ability.COMBINED_CONDITIONS)) {
            conditions.addAll(ofOthers);
        }
        if (tags != null) {
            conditions.add(tags::isOf);
        }
        if (keyword != null) {
            conditions.add(keyword::isIn);
        }
        return new ContactCheck(List.copyOf(conditions), keyword != null || tags != null);
    }

    private static List<Predicate<Contact>> ofParts(ContactSearch search, @Nullable PhoneMatch match) {
        List<Predicate<Contact>> conditions = new ArrayList<>();
        String email = search.email();
        String phone = search.phone();
        if (email != null) {
            conditions.add(contact -> ContactParts.hasEmail(contact, email));
        }
        if (match != null) {
            conditions.add(match::isOf);
        } else if (phone != null) {
            conditions.add(contact -> ContactParts.hasPhone(contact, phone));
        }
        return conditions;
    }

    /** What a contact that was found has by itself, if each condition holds. */
    private static List<Predicate<Contact>> ofOthers(ContactSearch search) {
        List<Predicate<Contact>> conditions = new ArrayList<>();
        String tag = search.tagResourceId();
        Boolean open = search.open();
        if (tag != null) {
            Text id = Text.of(tag);
            conditions.add(contact -> contact.tagResourceIds().contains(id));
        }
        if (open != null) {
            conditions.add(contact -> open.equals(contact.open()));
        }
        if (search.externalOnly()) {
            conditions.add(Contact::external);
        }
        return conditions;
    }

    boolean isNeeded() {
        return !conditions.isEmpty();
    }

    /** A contact that cannot be read stays, with its error. */
    boolean isPassedBy(Contact contact) {
        if (contact.fault() == null) {
            for (Predicate<Contact> condition : conditions) {
                if (!condition.test(contact)) {
                    return false;
                }
            }
        }
        return true;
    }
}
