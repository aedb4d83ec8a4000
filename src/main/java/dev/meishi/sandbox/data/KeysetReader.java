package dev.meishi.sandbox.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads sorted contacts on from a key, one run of equal keys after the other: what lies before the key is never looked at. */
final class KeysetReader {

    private final ContactEntry[] sorted;
    private final KeysetQuery query;
    private final ContactEntry.Order order;
    private final @Nullable SortKey after;

    /** Reads contacts that are sorted by the query's order, ascending. */
    KeysetReader(ContactEntry[] sorted, KeysetQuery query) {
        this.sorted = sorted;
        this.query = query;
        this.order = query.order();
        this.after = query.after();
    }

    ContactPage page() {
        List<ContactEntry> found = new ArrayList<>(query.limit());
        int low = query.descending() ? 0 : firstPlace();
        int high = query.descending() ? firstPlace() : sorted.length;
        while (low < high) {
            int start = query.descending() ? runStart(high) : low;
            int end = query.descending() ? high : runEnd(low);
            for (ContactEntry entry : run(start, end)) {
                if (!isPast(entry) || !query.filter().matches(entry)) {
                    continue;
                }
                if (found.size() == query.limit()) {
                    return new ContactPage(found, true);
                }
                found.add(entry);
            }
            low = query.descending() ? low : end;
            high = query.descending() ? start : high;
        }
        return new ContactPage(found, false);
    }

    /** Ascending the first place whose key is not below the one to read on from, descending the first whose key is above. */
    private int firstPlace() {
        if (after == null) {
            return query.descending() ? sorted.length : 0;
        }
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = after.compareTo(order, sorted[middle]);
            if (compared > 0 || (query.descending() && compared == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int runEnd(int start) {
        SortKey key = SortKey.of(order, sorted[start]);
        int end = start + 1;
        while (end < sorted.length && key.compareTo(order, sorted[end]) == 0) {
            end++;
        }
        return end;
    }

    private int runStart(int end) {
        SortKey key = SortKey.of(order, sorted[end - 1]);
        int start = end - 1;
        while (start > 0 && key.compareTo(order, sorted[start - 1]) == 0) {
            start--;
        }
        return start;
    }

    private List<ContactEntry> run(int start, int end) {
        List<ContactEntry> run = Arrays.asList(sorted).subList(start, end);
        if (run.size() == 1 || (query.ties() != SortKey.Ties.BY_ID && !isReversed())) {
            return run;
        }
        List<ContactEntry> ordered = new ArrayList<>(run);
        if (isReversed()) {
            Collections.reverse(ordered);
        } else {
            ordered.sort(Comparator.comparing(ContactEntry::resourceId));
        }
        return ordered;
    }

    private boolean isReversed() {
        return query.descending() && query.ties() == SortKey.Ties.MIRRORED;
    }

    private boolean isPast(ContactEntry entry) {
        if (after == null || after.compareTo(order, entry) != 0) {
            return true;
        }
        if (query.ties() == SortKey.Ties.BY_ID) {
            return entry.resourceId().compareTo(after.id()) > 0;
        }
        return isReversed() ? entry.index() < after.index() : entry.index() > after.index();
    }
}
