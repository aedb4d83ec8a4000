package dev.meishi.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Slice;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.listing.Book.Api;
import dev.meishi.listing.Book.By;
import dev.meishi.listing.Book.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Listing} of an API with pages that only a cursor leads to. */
class CursorListingTest extends ListingProperties {

    CursorListingTest() {
        super(Api.BY_CURSOR);
    }

    /** Nothing depends on the cursors of the API: with none that is good for a second call, the walks read the same. */
    @Test
    void walksGoOnWhereCursorsExpire() {
        for (int seed = 0; seed < 24; seed++) {
            Book book = exactly(seed, seed * 37, 1_000, seed % 2 == 0);
            By by = List.of(By.NAME, By.CREATED, By.MODIFIED).get(seed % 3);
            ListSource<Card> source = book.source(by, seed % 4 < 2, null, By.CREATED);
            List<Card> all = book.all(by, seed % 4 < 2, null, By.CREATED);
            book.expireCursors(1 + seed % 3);

            List<Card> found = new ArrayList<>();
            Anchor after = null;
            boolean hasNext = true;
            while (hasNext) {
                Selection<Card> read = planned(book, source, new Slice(70, after, null, null));
                found.addAll(cards(read));
                hasNext = read.hasNext();
                after = hasNext ? read.results().get(read.results().size() - 1).anchor(source.keys()) : after;
            }

            assertThat(found).as("seed %d", seed).isEqualTo(all);
        }
    }

    @Test
    void readingOnFromTheLastResultIsOneCall() {
        Book book = exactly(7, 1_000, 1_000, false);
        ListSource<Card> source = book.source(By.NAME, true, null, By.CREATED);
        Anchor after = null;
        for (int i = 0; i < 10; i++) {
            book.calls = 0;
            Selection<Card> read = planned(book, source, new Slice(50, after, null, null));
            after = read.results().get(49).anchor(source.keys());

            assertThat(book.calls).isEqualTo(1);
        }
    }

    /** An anchor says where on which page it was: cached pages are not searched for it while it is there. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnchorThatHasNotMovedIsFoundAtItsPlace(boolean isBackward) {
        Book book = exactly(7, 1_000, 1_000, true);
        ListSource<Card> source = book.source(By.NAME, true, null, By.CREATED);
        List<Positioned<Card>> all =
                planned(book, source, new Slice(500, null, null, null)).results();
        for (int i = 150; i < 450; i += 37) {
            Anchor anchor = all.get(i).anchor(source.keys());
            book.calls = 0;
            book.fingerprints = 0;
            Selection<Card> read = planned(
                    book, source, isBackward ? new Slice(null, null, 20, anchor) : new Slice(20, anchor, null, null));

            assertThat(read.results())
                    .extracting(Positioned::result)
                    .isEqualTo(all.subList(isBackward ? i - 20 : i + 1, isBackward ? i : i + 21).stream()
                            .map(Positioned::result)
                            .toList());
            assertThat(book.calls).isZero();
            assertThat(book.fingerprints).isLessThan(20);
        }
    }

    /** How many results come before an anchor is known only as of when it was read. */
    @Test
    void aListThatHasGrownBeforeAnAnchorIsNotCutAtTheCap() {
        for (By by : By.values()) {
            for (boolean isKeeping : List.of(false, true)) {
                Book book = exactly(11, 500, 1_000, isKeeping);
                ListSource<Card> source = book.source(by, true, null, By.CREATED);
                Anchor anchor = planned(book, source, new Slice(100, null, null, null))
                        .results()
                        .get(99)
                        .anchor(source.keys());
                List<Card> rest = book.all(by, true, null, By.CREATED).subList(100, 500);
                book.putFirst(1_850);

                Selection<Card> read = planned(book, source, new Slice(500, anchor, null, null));

                assertThat(cards(read)).as("%s, %s", by, isKeeping).isEqualTo(rest);
                assertThat(read.hasNext()).isFalse();
            }
        }
    }

    /** Behind the last result of a page a cursor of the API leads on, and so its place is known though it is gone. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPartUpToAnAnchorThatIsGoneEndsAtItsPlaceOrIsStale(boolean isOfFew) {
        int placed = 0;
        int stale = 0;
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            Book book = exactly(seed, 20 + random.nextInt(400), 300, false);
            ListSource<Card> all = book.source(By.NAME, random.nextBoolean(), null, By.CREATED);
            ListSource<Card> source = isOfFew ? Book.sparse(all, CursorListingTest::isOfFew) : all;
            boolean isForward = random.nextBoolean();
            List<Positioned<Card>> places = places(all, random, isForward);
            List<Card> before = places.stream().map(Positioned::result).toList();
            int until = until(places, all, random);
            int from = random.nextInt(3) == 0 ? -1 : random.nextInt(places.size());
            boolean isFirst = random.nextBoolean();
            if (from == until || (from >= 0 && isFirst != from < until)) {
                continue;
            }
            book.remove(before.get(until));
            Anchor end = places.get(until).anchor(all.keys());
            Anchor start = from < 0 ? null : places.get(from).anchor(all.keys());
            int count = 1 + random.nextInt(60);
            Slice wanted = isFirst ? new Slice(count, start, null, end) : new Slice(null, end, count, start);
            List<Card> range = isFirst
                    ? before.subList(from + 1, until)
                    : before.subList(until + 1, from < 0 ? before.size() : from);
            List<Card> expected =
                    range.stream().filter(card -> !isOfFew || isOfFew(card)).toList();
            int size = Math.min(count, expected.size());
            boolean isLast = until == (isFirst ? before.size() - 1 : 0);

            try {
                Selection<Card> read = planned(book, source, wanted);
                assertThat(cards(read))
                        .as("seed %d: %s", seed, wanted)
                        .isEqualTo(
                                isFirst
                                        ? expected.subList(0, size)
                                        : expected.subList(expected.size() - size, expected.size()));
                assertThat(isFirst ? read.hasNext() : read.hasPrevious())
                        .as("seed %d: goes on", seed)
                        .isEqualTo(size < expected.size() || !isLast);
                placed++;
            } catch (Failure failure) {
                assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE);
                assertThat(isPlaced(end)).as("seed %d: stale", seed).isFalse();
                stale++;
            }
        }
        assertThat(placed).isGreaterThan(100);
        assertThat(stale).isGreaterThan(50);
    }

    /** The whole list in the search's order, each result as it was found in pages of some size. */
    private static List<Positioned<Card>> places(ListSource<Card> source, Random random, boolean isForward) {
        List<Positioned<Card>> places = new ArrayList<>();
        int size = 1 + random.nextInt(120);
        Anchor from = null;
        for (boolean isMore = true; isMore; ) {
            Slice next = isForward ? new Slice(size, from, null, null) : new Slice(null, null, size, from);
            Selection<Card> page =
                    result(new Listing<>(source, LEDGER).part(next).read());
            places.addAll(isForward ? places.size() : 0, page.results());
            isMore = isForward ? page.hasNext() : page.hasPrevious();
            from = places.get(isForward ? places.size() - 1 : 0).anchor(source.keys());
        }
        return places;
    }

    /** As often as can be a result that a page of the API has ended with. */
    private static int until(List<Positioned<Card>> places, ListSource<Card> source, Random random) {
        List<Integer> ends = IntStream.range(0, places.size())
                .filter(i -> isPlaced(places.get(i).anchor(source.keys())))
                .boxed()
                .toList();
        return ends.isEmpty() || random.nextInt(3) == 0
                ? random.nextInt(places.size())
                : ends.get(random.nextInt(ends.size()));
    }

    private static boolean isPlaced(Anchor anchor) {
        return anchor.position() instanceof Token token && token.offset() < 0;
    }

    private static boolean isOfFew(Card card) {
        return card.number() % 11 == 1;
    }

    @Test
    void anAnchorThatIsThereEndsAPartForACallMoreAtMost() {
        Book book = exactly(3, 1_000, 1_000, false);
        ListSource<Card> source = book.source(By.NAME, true, null, By.CREATED);
        List<Card> all = book.all(By.NAME, true, null, By.CREATED);
        for (int size : List.of(50, 100)) {
            Anchor end = planned(book, source, new Slice(2 * size, null, null, null))
                    .results()
                    .get(2 * size - 1)
                    .anchor(source.keys());

            for (int count : List.of(20, 2 * size)) {
                book.calls = 0;
                assertThat(cards(planned(book, source, new Slice(count, null, null, end))))
                        .isEqualTo(all.subList(0, count == 20 ? 20 : 2 * size - 1));
                assertThat(book.calls).isLessThanOrEqualTo(count == 20 || size == 50 ? 2 : 3);
            }
        }
    }

    /** It is not looked for in all the list. */
    @Test
    void whereACursorIsRefusedAPartThatIsFullBeforeItsEndIsStale() {
        Book book = exactly(3, 1_000, 1_000, false);
        ListSource<Card> source = book.source(By.NAME, true, null, By.CREATED);
        List<Positioned<Card>> places =
                planned(book, source, new Slice(300, null, null, null)).results();
        book.calls += 10;
        book.expireCursors(1);

        for (int i : List.of(99, 150, 299)) {
            Anchor end = places.get(i).anchor(source.keys());
            book.calls = 100;
            assertThatThrownBy(() -> planned(book, source, new Slice(20, null, null, end)))
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE);
                        assertThat(failure).hasMessageContaining("Ask for fewer contacts");
                    });
            assertThat(book.calls).isEqualTo(102);
            assertThat(planned(book, source, new Slice(400, null, null, end)).results())
                    .hasSize(i);
        }
    }

    @Test
    void anAnchorThatOthersHavePushedToTheNextPageIsFoundThere() {
        Book book = exactly(3, 300, 1_000, false);
        ListSource<Card> source = book.source(By.NAME, true, null, By.CREATED);
        Anchor end = planned(book, source, new Slice(60, null, null, null))
                .results()
                .get(50)
                .anchor(source.keys());
        book.putFirst(99);

        assertThat(planned(book, source, new Slice(20, null, null, end)).results())
                .hasSize(20);
        assertThat(planned(book, source, new Slice(148, null, null, end)).hasNext())
                .isTrue();
        book.putFirst(51);
        assertThatThrownBy(() -> planned(book, source, new Slice(20, null, null, end)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE));
    }

    @Test
    void nothingLiesBetweenTheEndOfAListAndAnAnchorThatIsGoneThere() {
        Book book = exactly(3, 350, 1_000, false);
        ListSource<Card> source = book.source(By.NAME, true, null, By.CREATED);
        List<Positioned<Card>> places =
                planned(book, source, new Slice(350, null, null, null)).results();
        Anchor gone = places.get(99).anchor(source.keys());
        book.remove(places.get(99).result());

        Slice upToTheNext = new Slice(null, gone, 10, places.get(100).anchor(source.keys()));
        Selection<Card> none = planned(book, source, upToTheNext);
        assertThat(none.results()).isEmpty();
        assertThat(none.hasPrevious()).isTrue();

        places.subList(0, 99).forEach(place -> book.remove(place.result()));
        Selection<Card> all =
                planned(book, source, new Slice(null, gone, 200, places.get(250).anchor(source.keys())));
        assertThat(cards(all))
                .isEqualTo(places.subList(100, 250).stream()
                        .map(Positioned::result)
                        .toList());
        assertThat(all.hasPrevious()).isFalse();
    }

    @Test
    void nothingFollowsAnAnchorThatIsGoneWithAllThatFollowedIt() {
        Book book = exactly(3, 150, 1_000, false);
        ListSource<Card> source = book.source(By.NAME, true, null, By.CREATED);
        List<Positioned<Card>> places =
                planned(book, source, new Slice(150, null, null, null)).results();
        places.subList(99, 150).forEach(place -> book.remove(place.result()));

        Selection<Card> none =
                planned(book, source, new Slice(null, places.get(99).anchor(source.keys()), 10, null));

        assertThat(none.results()).isEmpty();
        assertThat(none.hasPrevious()).isTrue();
    }
}
