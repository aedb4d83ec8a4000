package dev.meishi.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    /** The same contacts without some and with others; one pass over each order. */
    SortedContacts with(BitSet goneIndices, List<Entry> fresh) {
        Map<Entry.Order, Entry[]> changed = new EnumMap<>(Entry.Order.class);
        orders.forEach((order, sorted) -> changed.put(order, merged(order, sorted, goneIndices, fresh)));
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

    private static Entry[] merged(Entry.Order order, Entry[] sorted, BitSet gone, List<Entry> fresh) {
        Comparator<Entry> comparator = order.comparator();
        List<Entry> sortedFresh = fresh.stream().sorted(comparator).toList();
        List<Entry> merged = new ArrayList<>(sorted.length + fresh.size());
        int next = 0;
        for (Entry entry : sorted) {
            if (gone.get(entry.index())) {
                continue;
            }
            while (next < sortedFresh.size() && comparator.compare(sortedFresh.get(next), entry) < 0) {
                merged.add(sortedFresh.get(next++));
            }
            merged.add(entry);
        }
        merged.addAll(sortedFresh.subList(next, sortedFresh.size()));
        return merged.toArray(Entry[]::new);
    }
}
