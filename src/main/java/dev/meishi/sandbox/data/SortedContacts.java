package dev.meishi.sandbox.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All contacts in each of the orders, as of one moment: a page without filter is a slice, one with a filter one scan. */
final class SortedContacts {

    private final Map<ContactEntry.Order, ContactEntry[]> orders;

    private SortedContacts(Map<ContactEntry.Order, ContactEntry[]> orders) {
        this.orders = orders;
    }

    static SortedContacts of(List<ContactEntry> entries) {
        Map<ContactEntry.Order, ContactEntry[]> orders = new EnumMap<>(ContactEntry.Order.class);
        for (ContactEntry.Order order : ContactEntry.Order.values()) {
            ContactEntry[] sorted = entries.toArray(ContactEntry[]::new);
            Arrays.sort(sorted, order.comparator());
            orders.put(order, sorted);
        }
        return new SortedContacts(orders);
    }

    /**
     * The same contacts without some and with others.
     *
     * @param gone entries that are here
     * @param fresh entries that are not here, though their indices may be
     */
    SortedContacts with(List<ContactEntry> gone, List<ContactEntry> fresh) {
        Map<ContactEntry.Order, ContactEntry[]> changed = new EnumMap<>(ContactEntry.Order.class);
        orders.forEach((order, sorted) -> {
            Comparator<ContactEntry> comparator = order.comparator();
            ContactEntry[] remaining =
                    without(sorted, gone.stream().sorted(comparator).toList(), comparator);
            changed.put(
                    order,
                    including(remaining, fresh.stream().sorted(comparator).toList(), comparator));
        });
        return new SortedContacts(changed);
    }

    int total() {
        return inOrder(ContactEntry.Order.CREATION_TIME).length;
    }

    /** The contact at a place in the order of creation. */
    ContactEntry at(int place) {
        return inOrder(ContactEntry.Order.CREATION_TIME)[place];
    }

    ContactPage page(ContactQuery query) {
        ContactEntry[] sorted = inOrder(query.order());
        ContactFilter filter = query.filter();
        int skip = filter.matchesEverything() ? 0 : query.offset();
        List<ContactEntry> found = new ArrayList<>(Math.min(query.limit(), 500));
        for (int i = filter.matchesEverything() ? query.offset() : 0; i < sorted.length; i++) {
            ContactEntry entry = sorted[query.descending() ? sorted.length - 1 - i : i];
            if (!filter.matches(entry) || skip-- > 0) {
                continue;
            }
            if (found.size() == query.limit()) {
                return new ContactPage(found, true);
            }
            found.add(entry);
        }
        return new ContactPage(found, false);
    }

    ContactPage page(KeysetQuery query) {
        return new KeysetReader(inOrder(query.order()), query).page();
    }

    private ContactEntry[] inOrder(ContactEntry.Order order) {
        return orders.getOrDefault(order, new ContactEntry[0]);
    }

    private static ContactEntry[] without(
            ContactEntry[] sorted, List<ContactEntry> gone, Comparator<ContactEntry> comparator) {
        ContactEntry[] remaining = new ContactEntry[sorted.length - gone.size()];
        int read = 0;
        for (int i = 0; i <= gone.size(); i++) {
            int place = i < gone.size() ? Arrays.binarySearch(sorted, gone.get(i), comparator) : sorted.length;
            System.arraycopy(sorted, read, remaining, read - i, place - read);
            read = place + 1;
        }
        return remaining;
    }

    private static ContactEntry[] including(
            ContactEntry[] sorted, List<ContactEntry> fresh, Comparator<ContactEntry> comparator) {
        ContactEntry[] all = new ContactEntry[sorted.length + fresh.size()];
        int read = 0;
        for (int i = 0; i < fresh.size(); i++) {
            int place = -Arrays.binarySearch(sorted, fresh.get(i), comparator) - 1;
            System.arraycopy(sorted, read, all, read + i, place - read);
            all[place + i] = fresh.get(i);
            read = place;
        }
        System.arraycopy(sorted, read, all, read + fresh.size(), sorted.length - read);
        return all;
    }
}
