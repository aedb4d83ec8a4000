package dev.meishi.contact;

import org.jspecify.annotations.Nullable;

/**
 * What each contact that LINE WORKS finds is checked for, because it cannot search for that; null for nothing.
 *
 * @param keyword a text
 * @param match the whole of a phone number; null for the digits that are searched for
 * @param tags several tags
 */
record Checks(
        @Nullable Keyword keyword,
        @Nullable PhoneMatch match,
        @Nullable TagMatch tags) {

    /** Of a list that LINE WORKS can search for. */
    static final Checks NONE = new Checks(null, null, null);

    /** Whether few of the contacts found may have it. */
    boolean areSparse() {
        return keyword != null || tags != null;
    }

    /** Whether a contact has what is not a part of an address or a number. */
    boolean areMetBy(Contact contact) {
        return (tags == null || tags.isOf(contact)) && (keyword == null || keyword.isIn(contact));
    }
}
