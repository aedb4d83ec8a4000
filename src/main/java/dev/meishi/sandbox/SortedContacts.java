package dev.meishi.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All contacts in each of the orders, as of one moment: a page without filter is a slice, one with a filter one scan. */
final class SortedContacts {

    /**
     * Part of a result.
     *
     * @param hasNext whether the result goes on after these
     */
    record Page(List<Entry> entries, boolean hasNext) {}

    private final Map<Entry.Order, Entry[]> orders;

    private SortedContacts(Map<Entry.Order, Entry[]> orders) {
        this.orders = orders;
    }

    static SortedContacts of(List<Entry> entries) {
        Map<Entry.Order, Entry[]> orders = new EnumMap<>(Entry.Order.class);
        for (Entry.Order order : Entry.Order.values()) {
            Entry[] sorted = entries.toArray(Entry[]::new);
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
    SortedContacts with(List<Entry> gone, List<Entry> fresh) {
        Map<Entry.Order, Entry[]> changed = new EnumMap<>(Entry.Order.class);
        orders.forEach((order, sorted) -> {
            Comparator<Entry> comparator = order.comparator();
            Entry[] kept = without(sorted, gone.stream().sorted(comparator).toList(), comparator);
            changed.put(order, including(kept, fresh.stream().sorted(comparator).toList(), comparator));
        });
        return new SortedContacts(changed);
    }

    int total() {
        return inOrder(Entry.Order.CREATION_TIME).length;
    }

    /** The contact at a place in the order of creation. */
    Entry at(int place) {
        return inOrder(Entry.Order.CREATION_TIME)[place];
    }

    Page page(ListQuery query) {
        Entry[] sorted = inOrder(query.order());
        ContactFilter filter = query.filter();
        int skip = filter.matchesEverything() ? 0 : query.offset();
        List<Entry> found = new ArrayList<>(Math.min(query.maxResults(), 500));
        for (int i = filter.matchesEverything() ? query.offset() : 0; i < sorted.length; i++) {
            Entry entry = sorted[query.descending() ? sorted.length - 1 - i : i];
            if (!filter.matches(entry) || skip-- > 0) {
                continue;
            }
            if (found.size() == query.maxResults()) {
                return new Page(found, true);
            }
            found.add(entry);
        }
        return new Page(found, false);
    }

    private Entry[] inOrder(Entry.Order order) {
        return orders.getOrDefault(order, new Entry[0]);
    }

    private static Entry[] without(Entry[] sorted, List<Entry> gone, Comparator<Entry> comparator) {
        Entry[] kept = new Entry[sorted.length - gone.size()];
        int read = 0;
        for (int i = 0; i <= gone.size(); i++) {
            int place = i < gone.size() ? Arrays.binarySearch(sorted, gone.get(i), comparator) : sorted.length;
            System.arraycopy(sorted, read, kept, read - i, place - read);
            read = place + 1;
        }
        return kept;
    }

    private static Entry[] including(Entry[] sorted, List<Entry> fresh, Comparator<Entry> comparator) {
        Entry[] all = new Entry[sorted.length + fresh.size()];
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
