package dev.meishi.sandbox.data;

/**
 * What places a contact in an order: enough to read on after it when it has moved or gone.
 *
 * @param text the key of an order by name; empty in the others
 * @param time the key of an order by time, in epoch seconds; 0 in the other
 * @param index the contact's, which decides between equal keys
 * @param id the contact's, which decides between equal keys where ties go by id
 */
public record SortKey(String text, long time, int index, String id) {

    /** Which of several contacts with equal keys comes first. */
    public enum Ties {
        /** The one added first; descending is the exact reverse of ascending. */
        MIRRORED,
        /** The one added first, whichever the direction. */
        SAME_WAY,
        /** The one with the lower id, whichever the direction. */
        BY_ID
    }

    /** The key of a contact in an order. */
    public static SortKey of(ContactEntry.Order order, ContactEntry entry) {
        boolean byName = order == ContactEntry.Order.NAME;
        return new SortKey(
                byName ? entry.sortName() : "", byName ? 0 : time(order, entry), entry.index(), entry.resourceId());
    }

    /** Compares the key of an order alone, without what decides between equal ones. */
    int compareTo(ContactEntry.Order order, ContactEntry entry) {
        return order == ContactEntry.Order.NAME
                ? text.compareTo(entry.sortName())
                : Long.compare(time, time(order, entry));
    }

    private static long time(ContactEntry.Order order, ContactEntry entry) {
        return order == ContactEntry.Order.CREATION_TIME ? entry.created() : entry.modified();
    }
}
