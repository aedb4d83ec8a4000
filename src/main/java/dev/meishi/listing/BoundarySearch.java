package dev.meishi.listing;

import dev.meishi.connection.Boundary;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.connection.TimeSearch;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the search for a moment in a list sorted by time, from what is cached.
 *
 * @param <T> kind of result
 */
final class BoundarySearch<T> {

    private final NumberedList<T> list;
    private final Ledger ledger;
    private TimeSearch search;
    private @Nullable Snapshot<T> decisive;

    /** From what is cached. */
    BoundarySearch(NumberedList<T> list, long moment, Ledger ledger) {
        this(list, moment, ledger, list.pages().cached(0, list.planner().cap(), ledger));
    }

    private BoundarySearch(NumberedList<T> list, long moment, Ledger ledger, List<Snapshot<T>> known) {
        this.list = list;
        this.ledger = ledger;
        this.search =
                new TimeSearch(list.planner().maxPageSize(), list.planner().cap(), moment, !list.isAscending());
        known.stream().sorted(Comparator.comparingLong(Snapshot::takenAt)).forEach(this::observe);
    }

    /** From nothing: what is cached is known not to be as the list is now. */
    static <T> BoundarySearch<T> afresh(NumberedList<T> list, long moment, Ledger ledger) {
        return new BoundarySearch<>(list, moment, ledger, List.of());
    }

    /** Most calls that {@link #find} makes, as long as nothing comes or goes. */
    int worstCase() {
        return search.worstCase();
    }

    /**
     * Searches.
     *
     * @param known pages read just now
     * @return the page with the first result that is not before the moment, or on which the list ends
     */
    Uni<Gap<T>> find(List<Snapshot<T>> known) {
        known.forEach(this::observe);
        return search();
    }

    private Uni<Gap<T>> search() {
        Boundary boundary = search.boundary().orElse(null);
        if (boundary == null) {
            PageRequest next = search.next().orElseThrow();
            return list.pages().fetchFresh(next, ledger).flatMap(page -> {
                observe(page);
                return search();
            });
        }
        Snapshot<T> page = decisive;
        if (!boundary.isExact() || page == null) {
            return Uni.createFrom().item(Gap.beyondCap());
        }
        int index = boundary.rank() - page.start();
        return Uni.createFrom().item(new Gap<>(page, index - 1, index));
    }

    private void observe(Snapshot<T> page) {
        if (decisive != null) {
            return;
        }
        search = search.observe(page.page(), times(page.items()), page.hasNext());
        if (search.boundary().isPresent()) {
            decisive = page;
        }
    }

    /**
     * A result without a readable time stands where the earlier of its neighbours stands, whichever way the list is read;
     * where the page does not show that one, with the other.
     */
    private long[] times(List<T> results) {
        long[] times = new long[results.size()];
        boolean[] isKnown = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            Long time = list.keys().time(results.get(i));
            isKnown[i] = time != null;
            times[i] = time != null ? time : list.isAscending() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        fill(times, isKnown, list.isAscending());
        fill(times, isKnown, !list.isAscending());
        return times;
    }

    private static void fill(long[] times, boolean[] isKnown, boolean isUpwards) {
        for (int n = 1; n < times.length; n++) {
            int i = isUpwards ? n : times.length - 1 - n;
            int before = isUpwards ? i - 1 : i + 1;
            if (!isKnown[i] && isKnown[before]) {
                times[i] = times[before];
                isKnown[i] = true;
            }
        }
    }
}
