package dev.meishi.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetReaderTest {

    private static final ContactFilter EVERYTHING = new ContactFilter(List.of());

    @Test
    void pagesOfAnyLengthHaveEveryContactOnceInEveryOrder() {
        ContactStore store = store(700);
        for (ContactEntry.Order order : ContactEntry.Order.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                for (SortKey.Ties ties : SortKey.Ties.values()) {
                    for (int limit : new int[] {1, 7, 64, 1000}) {
                        assertThat(walk(store, EVERYTHING, order, descending, ties, limit))
                                .isEqualTo(expected(store, order, descending, ties));
                    }
                }
            }
        }
    }

    @Test
    void aFilterLeavesContactsOutAndNothingElse() {
        ContactStore store = store(700);
        ContactFilter open = new ContactFilter(List.of(ContactEntry::open));
        List<ContactEntry> found =
                walk(store, open, ContactEntry.Order.MODIFICATION_TIME, true, SortKey.Ties.BY_ID, 13);

        assertThat(found)
                .isEqualTo(expected(store, ContactEntry.Order.MODIFICATION_TIME, true, SortKey.Ties.BY_ID).stream()
                        .filter(ContactEntry::open)
                        .toList());
    }

    @Test
    void aPageOfManyContactsTakesNoLongerThanAPageOfFew() {
        ContactStore store = store(50_000);
        SortKey middle = SortKey.of(
                ContactEntry.Order.NAME,
                walk(store, EVERYTHING, ContactEntry.Order.NAME, false, SortKey.Ties.MIRRORED, 25_000)
                        .get(24_999));
        KeysetQuery query =
                new KeysetQuery(EVERYTHING, ContactEntry.Order.NAME, true, SortKey.Ties.MIRRORED, middle, 500);
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            long start = System.nanoTime();
            assertThat(store.page(query).entries()).hasSize(500);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(3));
    }

    private static List<ContactEntry> walk(
            ContactStore store,
            ContactFilter filter,
            ContactEntry.Order order,
            boolean descending,
            SortKey.Ties ties,
            int limit) {
        List<ContactEntry> found = new ArrayList<>();
        @Nullable SortKey after = null;
        boolean more = true;
        while (more) {
            ContactPage page = store.page(new KeysetQuery(filter, order, descending, ties, after, limit));
            found.addAll(page.entries());
            more = page.hasNext();
            after = found.isEmpty() ? null : SortKey.of(order, found.get(found.size() - 1));
        }
        return found;
    }

    private static List<ContactEntry> expected(
            ContactStore store, ContactEntry.Order order, boolean descending, SortKey.Ties ties) {
        Comparator<ContactEntry> byKey = (a, b) -> SortKey.of(order, a).compareTo(order, b);
        Comparator<ContactEntry> byTie = ties == SortKey.Ties.BY_ID
                ? Comparator.comparing(ContactEntry::resourceId)
                : Comparator.comparingInt(ContactEntry::index);
        boolean reversed = descending && ties == SortKey.Ties.MIRRORED;
        List<ContactEntry> all =
                new ArrayList<>(store.page(new ContactQuery(EVERYTHING, order, false, 0, Integer.MAX_VALUE))
                        .entries());
        all.sort((descending ? byKey.reversed() : byKey).thenComparing(reversed ? byTie.reversed() : byTie));
        return all;
    }

    private static ContactStore store(int total) {
        Seed seed = new Seed(7);
        return new ContactStore(
                seed, Tag.all(seed), new StartData(Contents.SEEDED, total, StartData.EARLIEST_END), Clock.systemUTC());
    }
}
