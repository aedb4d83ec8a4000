package dev.meishi.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Slice;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.listing.Book.Api;
import dev.meishi.listing.Book.By;
import dev.meishi.listing.Book.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any slice of lists of many pages, longer than what is served of them: it is what the specification of connections says,
 * and takes no more calls than were said.
 */
class AnySliceTest {

    /** Calls for an anchor of a numbered list that others have pushed away: its place by time, and among equal times. */
    private static final int LOST = 20;

    static List<Api> apis() {
        return List.of(Api.NUMBERED, Api.BY_CURSOR);
    }

    @ParameterizedTest
    @MethodSource("apis")
    void isWhatTheSpecificationSaysForTheCallsSaid(Api api) {
        int exact = 0;
        for (int seed = 0; seed < 180; seed++) {
            Lists lists = new Lists(api, seed, seed % 2 == 0);
            for (int i = 0; i < 40; i++) {
                Wanted wanted = lists.wanted(i % 4 == 0);
                if (wanted == null) {
                    continue;
                }
                exact += lists.read(wanted, "seed " + seed + ", slice " + i) ? 1 : 0;
            }
        }
        assertThat(exact).isGreaterThan(180 * 40 / 3);
    }

    /** Changes come between two slices. Those whose ends are still there are of the list as it is now. */
    @ParameterizedTest
    @MethodSource("apis")
    void isOfTheListAsItIsNowAfterChanges(Api api) {
        int read = 0;
        int stale = 0;
        for (int seed = 0; seed < 120; seed++) {
            Lists lists = new Lists(api, seed, false);
            for (int i = 0; i < 30; i++) {
                lists.change(4);
                Wanted wanted = lists.wanted(i % 4 == 0);
                if (wanted == null) {
                    continue;
                }
                try {
                    lists.read(wanted, "seed " + seed + ", slice " + i);
                    read++;
                } catch (Failure failure) {
                    assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE);
                    assertThat(api.isSeekable() && lists.by == By.NAME)
                            .as("seed %d, slice %d: stale, though both ends are there", seed, i)
                            .isTrue();
                    stale++;
                }
            }
        }
        assertThat(read).isGreaterThan(stale * 3);
    }

    /** A slice, and what it is by brute force. */
    private record Wanted(Slice slice, List<Card> expected, boolean hasNext, boolean hasPrevious) {}

    /** One list that slices are read of, by places that were found on walks in both directions. */
    private static final class Lists {

        private final Book book;
        private final By by;
        private final boolean isAscending;
        private final ListSource<Card> source;
        private final Random random;
        private final List<List<Positioned<Card>>> walks = new ArrayList<>();
        private boolean isChanged;

        Lists(Api api, int seed, boolean isKeeping) {
            random = new Random(seed);
            by = List.of(By.NAME, By.CREATED, By.MODIFIED).get(seed % 3);
            int most = by == By.NAME ? api.cap() * 19 / 10 : api.cap() * 3;
            int size =
                    List.of(api.maxPage() * 3, api.cap() - 1, api.cap(), most).get(seed / 3 % 4);
            book = new Book(api, seed, 1 + random.nextInt(size), 1_000, isKeeping);
            isAscending = seed % 4 < 2;
            source = book.source(by, isAscending, null, By.CREATED);
            walks.add(walk(true));
            walks.add(walk(false));
        }

        private List<Positioned<Card>> walk(boolean isForward) {
            List<Positioned<Card>> found = new ArrayList<>();
            Anchor from = null;
            boolean isMore = true;
            while (isMore) {
                int size = 1 + random.nextInt(5 * book.api.maxPage());
                Selection<Card> read = ListingProperties.planned(
                        book,
                        source,
                        isForward ? new Slice(size, from, null, null) : new Slice(null, null, size, from));
                List<Positioned<Card>> results = read.results();
                found.addAll(isForward ? found.size() : 0, results);
                isMore = isForward ? read.hasNext() : read.hasPrevious();
                from = isMore ? results.get(isForward ? results.size() - 1 : 0).anchor(source.keys()) : null;
            }
            assertThat(found).extracting(Positioned::result).isEqualTo(all());
            return found;
        }

        private List<Card> all() {
            return book.all(by, isAscending, null, By.CREATED);
        }

        void change(int most) {
            for (int i = random.nextInt(most); i > 0; i--) {
                book.changeOnce();
                isChanged = true;
            }
        }

        /**
         * A slice at random.
         *
         * @return null if an end of it is not in the list, or not before the other
         */
        @Nullable
        Wanted wanted(boolean isNarrow) {
            List<Card> all = all();
            int most = 5 * book.api.maxPage();
            Positioned<Card> after = random.nextInt(3) > 0 ? place(null) : null;
            Positioned<Card> before = isNarrow || random.nextInt(3) == 0 ? place(after) : null;
            Integer first = random.nextBoolean() ? 1 + random.nextInt(most) : null;
            Integer last = first == null || random.nextInt(3) == 0 ? 1 + random.nextInt(most) : null;
            int from = after == null ? 0 : all.indexOf(after.result()) + 1;
            int to = before == null ? all.size() : all.indexOf(before.result());
            if ((after != null && from == 0) || to < from) {
                return null;
            }
            List<Card> expected = all.subList(from, to);
            boolean hasMoreAfter = first != null && first < expected.size();
            expected = first == null ? expected : expected.subList(0, Math.min(first, expected.size()));
            boolean hasMoreBefore = last != null && last < expected.size();
            expected = last == null ? expected : expected.subList(Math.max(0, expected.size() - last), expected.size());
            return new Wanted(
                    new Slice(first, anchor(after), last, anchor(before)),
                    List.copyOf(expected),
                    hasMoreAfter || before != null,
                    hasMoreBefore || after != null);
        }

        /** One of any, or one not far behind another. */
        private Positioned<Card> place(@Nullable Positioned<Card> near) {
            List<Positioned<Card>> walk = walks.get(random.nextInt(2));
            if (near == null || random.nextInt(4) == 0) {
                return walk.get(random.nextInt(walk.size()));
            }
            int rank = all().indexOf(near.result()) + random.nextInt(4 * book.api.maxPage());
            return walk.get(Math.max(0, Math.min(walk.size() - 1, rank)));
        }

        private @Nullable Anchor anchor(@Nullable Positioned<Card> place) {
            return place == null ? null : place.anchor(source.keys());
        }

        /**
         * Reads a slice.
         *
         * @return whether it took no more than the calls said
         */
        boolean read(Wanted wanted, String what) {
            book.trim();
            ListingPart<Card> part = new Listing<>(source, ListingProperties.LEDGER).part(wanted.slice());
            CallEstimate said = ListingProperties.said(part);
            int before = book.calls;
            Selection<Card> read = ListingProperties.result(part.read());
            int made = book.calls - before;

            assertThat(ListingProperties.cards(read)).as(what).isEqualTo(wanted.expected());
            assertThat(read.hasNext()).as(what).isEqualTo(wanted.hasNext());
            assertThat(read.hasPrevious()).as(what).isEqualTo(wanted.hasPrevious());
            int lost = isChanged && book.api.isSeekable() ? LOST : 0;
            assertThat(made).as("%s: %s as %s", what, wanted.slice(), said).isLessThanOrEqualTo(said.atMost() + lost);
            if (isChanged || !isPlain(wanted)) {
                return false;
            }
            boolean goesOn = wanted.slice().direction().isForward() ? wanted.hasNext() : wanted.hasPrevious();
            int otherEnd = goesOn || book.api.isSeekable() ? 0 : 1;
            assertThat(made)
                    .as("%s of %d %s: %s as %s", what, all().size(), by, wanted.slice(), said)
                    .isLessThanOrEqualTo(said.calls() + otherEnd);
            return true;
        }

        /** How many results lie in the windows before an anchor is known only when they are read. */
        private boolean isByMoment(Anchor from, boolean isForward) {
            boolean isBack = from.origin().order().isForward() != isForward;
            return !book.api.isSeekable() && isBack && FromMoment.isShorter(source, from);
        }

        /** Nothing happens that is known only after it: what is read is all in the list, or the window, of the anchor. */
        private boolean isPlain(Wanted wanted) {
            Anchor from = wanted.slice().from();
            List<Card> all = all();
            if (from != null && isByMoment(from, wanted.slice().direction().isForward())) {
                return false;
            }
            if (all.size() <= book.api.cap()) {
                return true;
            }
            boolean isForward = wanted.slice().direction().isForward();
            if (from == null || !from.origin().isWindow()) {
                int rank = from == null ? 0 : from.rank();
                boolean isOn = from == null || from.origin().order().isForward() == isForward;
                return isOn && rank + wanted.slice().count() + 2 < book.api.cap();
            }
            int start = IntStream.range(0, all.size())
                    .filter(i -> source.keys().fingerprint(all.get(i)) == from.fingerprint())
                    .findFirst()
                    .orElseThrow();
            int end = start + (isForward ? 1 : -1) * (wanted.slice().count() + 2);
            long window = Windows.around(Book.time(all.get(start), by), source).from();
            return end >= 0
                    && end < all.size()
                    && Windows.around(Book.time(all.get(end), by), source).from() == window;
        }
    }
}
