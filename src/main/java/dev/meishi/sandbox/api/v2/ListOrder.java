package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.ContactEntry;
import java.util.Map;

/**
 * {@code orderBy}: a field, a blank and a direction.
 *
 * @param by the field
 * @param descending ascending where no direction is sent
 */
record ListOrder(ContactEntry.Order by, boolean descending) {

    private static final Map<String, ContactEntry.Order> FIELDS = Map.of(
            "name", ContactEntry.Order.NAME,
            "createdTime", ContactEntry.Order.CREATION_TIME,
            "modifiedTime", ContactEntry.Order.MODIFICATION_TIME);

    static ListOrder from(QueryParameters parameters, ContactEntry.Order byDefault) {
        String text = parameters.text("orderBy").orElse("");
        if (text.isEmpty()) {
            return new ListOrder(byDefault, false);
        }
        String[] words = text.strip().split(" ", -1);
        ContactEntry.Order by = FIELDS.get(words[0]);
        boolean known = words.length == 1 || (words.length == 2 && words[1].matches("asc|desc"));
        if (by == null || !known) {
            throw Refusals.invalidParameter(
                    "orderBy must be name, createdTime or modifiedTime, a blank, and asc or desc, found " + text);
        }
        return new ListOrder(by, words.length == 2 && words[1].equals("desc"));
    }
}
