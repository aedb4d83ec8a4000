package dev.meishi.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.listing.Book.Api;
import dev.meishi.listing.Book.By;
import dev.meishi.listing.Book.Card;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@link Listing} against a list in miniature: what it reads is what is there, however it has to be got. Sizes, times and
 * ranks are those of an API of 200 ranks; another one has so many times as many.
 */
abstract class ListingProperties {

    static final Ledger LEDGER = Ledger.admitted(OperationTerms.background(Duration.ofMinutes(1)));

    /**
     * Calls for anchors of a numbered list that a change with each call pushes away while it is read. What follows a cursor
     * stays where it is.
     */
    private static final int PUSHED = 5;

    private final Api api;

    ListingProperties(Api api) {
        this.api = api;
    }

    Book book(long seed, int size, long years, boolean isKeeping) {
        return exactly(seed, size * api.times(), years, isKeeping);
    }

    Book exactly(long seed, int size, long years, boolean isKeeping) {
        return new Book(api, seed, size, years, isKeeping);
    }

    /** Fewer where each takes longer. */
    private int seeds(int seeds) {
        return seeds / Math.max(1, api.times() / 2);
    }

    private Span span(long from, long to) {
        return new Span(
                from == Span.BEGINNING ? from : api.seconds(from), to == Span.END ? to : api.seconds(to + 1) - 1);
    }

    /** As many slices as there would be of an API of 200 ranks. */
    private int size(Random sizes) {
        return 1 + sizes.nextInt(20 * api.times());
    }

    @ParameterizedTest(name = "{0} {1} of {2}, kept {3}")
    @CsvSource({
        "CREATED, true, 0, false", "CREATED, true, 1, true", "CREATED, true, 19, true", "CREATED, false, 20, false",
        "CREATED, true, 21, false", "MODIFIED, true, 150, true", "MODIFIED, false, 150, false", "NAME, true, 199, true",
        "NAME, false, 200, false", "NAME, true, 201, false", "CREATED, true, 200, false", "CREATED, false, 201, true",
        "NAME, true, 390, true", "NAME, false, 390, false", "CREATED, true, 700, true", "CREATED, false, 700, false",
        "MODIFIED, true, 700, false", "MODIFIED, false, 700, true"
    })
    void walksReadTheWholeListInBothDirections(By by, boolean isAscending, int size, boolean isKeeping) {
        for (int seed = 0; seed < 6; seed++) {
            Book book = book(seed, size, 1_000, isKeeping);
            ListSource<Card> lists = book.source(by, isAscending, null, By.CREATED);
            List<Card> expected = book.all(by, isAscending, null, By.CREATED);
            Random sizes = new Random(seed);

            assertThat(forward(book, lists, sizes, expected.size())).isEqualTo(expected);
            assertThat(backward(book, lists, sizes, expected.size())).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} {1} of {2} within {3}..{4} of {5}")
    @CsvSource({
        "CREATED, true, 150, 100, 180, CREATED",
        "CREATED, false, 150, 100, 180, CREATED",
        "CREATED, true, 150, 0, 999, CREATED",
        "CREATED, false, 150, -500, 5000, CREATED",
        "MODIFIED, true, 150, 300, 900, MODIFIED",
        "MODIFIED, false, 700, 300, 900, MODIFIED",
        "CREATED, true, 700, 500, 560, CREATED",
        "CREATED, false, 700, 100, 900, CREATED",
        "NAME, true, 150, 100, 400, CREATED",
        "NAME, false, 150, 100, 400, MODIFIED",
        "MODIFIED, true, 150, 100, 400, CREATED",
        "CREATED, false, 150, 100, 400, MODIFIED",
        "NAME, true, 350, 100, 400, CREATED",
        "MODIFIED, true, 700, 100, 400, CREATED",
        "CREATED, true, 350, 100, 900, CREATED",
        "CREATED, false, 350, 700, 990, CREATED",
        "NAME, true, 300, 20, 1200, CREATED",
        "CREATED, true, 390, 600, 5000, CREATED",
        "CREATED, false, 700, 2000, 9000, CREATED",
        "CREATED, true, 0, 100, 400, CREATED",
        "CREATED, true, 3, 2000, 3000, CREATED"
    })
    void spansHoldWhatLiesInThemInBothDirections(By by, boolean isAscending, int size, long from, long to, By spanBy) {
        for (int seed = 0; seed < 6; seed++) {
            Book book = book(seed, size, 1_000, seed % 2 == 0);
            Span span = span(from, to);
            ListSource<Card> lists = book.source(by, isAscending, span, spanBy);
            List<Card> expected = book.all(by, isAscending, span, spanBy);
            Random sizes = new Random(seed);

            assertThat(forward(book, lists, sizes, expected.size())).isEqualTo(expected);
            assertThat(backward(book, lists, sizes, expected.size())).isEqualTo(expected);
            assertThat(plannedTotal(book, lists)).isEqualTo(spanTotal(expected.size()));
        }
    }

    @ParameterizedTest(name = "{0} {1} of {2}, of {3}")
    @CsvSource({
        "CREATED, true, 0, CREATED",
        "CREATED, true, 1, CREATED",
        "CREATED, true, 150, CREATED",
        "CREATED, false, 150, CREATED",
        "MODIFIED, true, 150, MODIFIED",
        "MODIFIED, false, 390, MODIFIED",
        "CREATED, true, 390, CREATED",
        "CREATED, false, 700, CREATED",
        "MODIFIED, true, 700, MODIFIED",
        "NAME, true, 150, CREATED",
        "NAME, false, 350, MODIFIED",
        "MODIFIED, true, 150, CREATED",
        "CREATED, false, 150, MODIFIED"
    })
    void spansWithOneEndHoldWhatLiesBeyondItInBothDirections(By by, boolean isAscending, int size, By spanBy) {
        for (int seed = 0; seed < 8; seed++) {
            Book book = book(seed, size, 1_000, seed % 2 == 0);
            Random random = new Random(seed);
            long end = random.nextInt(1_100) - 50L;
            for (Span span : List.of(span(end, Span.END), span(Span.BEGINNING, end))) {
                ListSource<Card> lists = book.source(by, isAscending, span, spanBy);
                List<Card> expected = book.all(by, isAscending, span, spanBy);

                assertThat(forward(book, lists, random, expected.size())).isEqualTo(expected);
                assertThat(backward(book, lists, random, expected.size())).isEqualTo(expected);
                assertThat(plannedTotal(book, lists)).isEqualTo(spanTotal(expected.size()));
            }
        }
    }

    /** What an API finds may not be what was searched for: pages without anything wanted do not end a list. */
    @ParameterizedTest(name = "{0} of {1}, one of {2}")
    @CsvSource({
        "CREATED, 150, 7",
        "MODIFIED, 390, 97",
        "NAME, 199, 53",
        "CREATED, 700, 61",
        "NAME, 390, 2",
        "CREATED, 90, 9999"
    })
    void whatIsNotWantedIsPassedOver(By by, int size, int oneOf) {
        for (int seed = 0; seed < 4; seed++) {
            Book book = book(seed, size, 1_000, seed % 2 == 0);
            ListSource<Card> lists =
                    Book.selective(book.source(by, true, null, By.CREATED), card -> card.number() % oneOf == 1);
            List<Card> expected = book.all(by, true, null, By.CREATED).stream()
                    .filter(card -> card.number() % oneOf == 1)
                    .toList();
            Random sizes = new Random(seed);

            assertThat(forward(book, lists, sizes, expected.size())).isEqualTo(expected);
            assertThat(backward(book, lists, sizes, expected.size())).isEqualTo(expected);
        }
    }

    /** A part that ends where its calls end leads on: nothing is missed, nothing comes twice, and it takes few calls. */
    @ParameterizedTest(name = "{0} of {1}, one of {2}, by {3} calls")
    @CsvSource({
        "CREATED, 150, 7, 1",
        "MODIFIED, 190, 97, 2",
        "NAME, 199, 53, 1",
        "NAME, 390, 61, 3",
        "CREATED, 700, 61, 2",
        "MODIFIED, 700, 9999, 3",
        "CREATED, 90, 9999, 1"
    })
    void partsThatEndWhereTheirCallsEndLeadOn(By by, int size, int oneOf, int most) {
        for (int seed = 0; seed < 4; seed++) {
            for (boolean isOfSpan : List.of(false, true)) {
                Book book = book(seed, size, 1_000, seed % 2 == 0);
                By other = by == By.CREATED ? By.MODIFIED : By.CREATED;
                Span span = isOfSpan ? span(100, 700) : null;
                ListSource<Card> lists =
                        Book.sparse(book.source(by, true, span, other), card -> card.number() % oneOf == 1);
                List<Card> expected = book.all(by, true, span, other).stream()
                        .filter(card -> card.number() % oneOf == 1)
                        .toList();

                assertThat(inParts(book, lists, most, true)).isEqualTo(expected);
                assertThat(inParts(book, lists, most, false)).isEqualTo(expected);
            }
        }
    }

    /** A total is of what is wanted, and not exact where its calls have ended before the list. */
    @ParameterizedTest(name = "{0} of {1}, one of {2}")
    @CsvSource({
        "CREATED, 150, 7",
        "MODIFIED, 190, 97",
        "NAME, 199, 53",
        "NAME, 390, 3",
        "CREATED, 700, 61",
        "CREATED, 90, 9999",
        "CREATED, 90, 1"
    })
    void whatIsWantedIsCounted(By by, int size, int oneOf) {
        for (int seed = 0; seed < 4; seed++) {
            for (boolean isOfSpan : List.of(false, true)) {
                Book book = book(seed, size, 1_000, seed % 2 == 0);
                By other = by == By.CREATED ? By.MODIFIED : By.CREATED;
                Span span = isOfSpan ? span(100, 700) : null;
                ListSource<Card> lists =
                        Book.sparse(book.source(by, true, span, other), card -> card.number() % oneOf == oneOf - 1);
                int expected = (int) book.all(by, true, span, other).stream()
                        .filter(card -> card.number() % oneOf == oneOf - 1)
                        .count();

                for (int most : List.of(0, 1, 3, 12, Integer.MAX_VALUE)) {
                    book.trim();
                    book.calls = 0;
                    Total total = result(new Listing<>(lists, LEDGER).total(most));
                    assertThat((long) book.calls).isLessThanOrEqualTo(api.isSeekable() ? most : most + 1L);
                    assertThat(total.count()).isBetween(total.isExact() ? expected : 0, expected);
                    boolean isServedAtOnce = book.cards.size() < api.cap();
                    assertThat(total.isExact() || most < Integer.MAX_VALUE || !isServedAtOnce)
                            .isTrue();
                }
            }
        }
    }

    private List<Card> inParts(Book book, ListSource<Card> lists, int most, boolean isForward) {
        List<Card> found = new ArrayList<>();
        Anchor from = null;
        for (int i = 0; i <= book.cards.size(); i++) {
            Slice wanted = isForward ? new Slice(5, from, null, null) : new Slice(null, null, 5, from);
            int calls = book.calls;
            Selection<Card> read =
                    result(new Listing<>(lists, LEDGER).part(wanted).read(most));
            Positioned<Card> reached = isForward ? read.endsAt() : read.startsAt();
            found.addAll(isForward ? found.size() : 0, cards(read));
            if (!(isForward ? read.hasNext() : read.hasPrevious())) {
                return found;
            }
            if (reached != null) {
                assertThat(book.calls - calls).isGreaterThanOrEqualTo(most);
            }
            int last = read.results().size() - 1;
            from = (reached == null ? read.results().get(isForward ? last : 0) : reached).anchor(lists.keys());
        }
        throw new AssertionError("no end");
    }

    @Test
    void readingThatBeginsWhereASpanHasNoEndTakesOneCall() {
        Book book = exactly(1, 150, 1_000, false);
        Span span = span(100, Span.END);
        Slice wanted = new Slice(10, null, null, null);

        for (boolean isAscending : List.of(true, false)) {
            book.calls = 0;
            ListSource<Card> lists = book.source(By.CREATED, isAscending, span, By.CREATED);
            Selection<Card> read =
                    new Listing<>(lists, LEDGER).part(wanted).read().await().indefinitely();
            assertThat(read.results()).hasSize(10);
            assertThat(book.calls).isLessThanOrEqualTo(isAscending ? 7 : 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "30"})
    void aPageWithoutResultsTellsWhetherThereAreAny(int size) {
        Book book = exactly(1, size, 1_000, false);
        ListSource<Card> lists = book.source(By.CREATED, true, null, By.CREATED);
        Listing<Card> listing = new Listing<>(lists, LEDGER);
        boolean isAny = size > 0;

        assertThat(listing.part(new Slice(0, null, null, null)).read().await().indefinitely())
                .satisfies(page -> {
                    assertThat(page.results()).isEmpty();
                    assertThat(page.hasNext()).isEqualTo(isAny);
                    assertThat(page.hasPrevious()).isFalse();
                });
        assertThat(listing.part(new Slice(null, null, 0, null)).read().await().indefinitely())
                .satisfies(page -> {
                    assertThat(page.results()).isEmpty();
                    assertThat(page.hasNext()).isFalse();
                    assertThat(page.hasPrevious()).isEqualTo(isAny);
                });
        if (size == 30) {
            List<Positioned<Card>> all = listing.part(new Slice(30, null, null, null))
                    .read()
                    .await()
                    .indefinitely()
                    .results();
            for (int i : List.of(0, 15, 29)) {
                Slice after = new Slice(0, all.get(i).anchor(lists.keys()), null, null);
                Selection<Card> page = listing.part(after).read().await().indefinitely();
                assertThat(page.hasNext()).isEqualTo(i < 29);
                assertThat(page.hasPrevious()).isTrue();
            }
        }
    }

    /** Few of many, in the order of names, so that most pages are passed over, and the list goes on at its other end. */
    @ParameterizedTest(name = "{0}, {1} at once, {2} of 1000 seconds")
    @CsvSource({
        "true, 20, 15",
        "false, 20, 15",
        "true, 5, 15",
        "false, 5, 15",
        "true, 20, 60",
        "false, 20, 60",
        "true, 1, 5",
        "false, 1, 5",
        "true, 20, 400",
        "false, 20, 400"
    })
    void narrowSpansInTheOrderOfNamesAreReadAcrossTheCap(boolean isAscending, int atOnce, int seconds) {
        for (int seed = 0; seed < seeds(60); seed++) {
            Random random = new Random(seed);
            Book book = book(seed, 150 + random.nextInt(245), 1_000, seed % 3 != 0);
            long from = random.nextInt(1_000 - seconds);
            Span span = span(from, from + seconds);
            By spanBy = seed % 2 == 0 ? By.CREATED : By.MODIFIED;
            ListSource<Card> lists = book.source(By.NAME, isAscending, span, spanBy);
            List<Card> expected = book.all(By.NAME, isAscending, span, spanBy);
            Random sizes = new Random(seed) {
                @Override
                public int nextInt(int bound) {
                    return Math.min(bound, atOnce) - 1;
                }
            };

            assertThat(forward(book, lists, sizes, expected.size())).isEqualTo(expected);
            assertThat(backward(book, lists, sizes, expected.size())).isEqualTo(expected);
        }
    }

    @Test
    void anyPartBetweenTwoCursorsIsWhatTheSpecificationSays() {
        for (int seed = 0; seed < 40; seed++) {
            Book book = exactly(seed, 60, 300, seed % 2 == 0);
            By by = List.of(By.NAME, By.CREATED, By.MODIFIED).get(seed % 3);
            ListSource<Card> lists = book.source(by, seed % 4 < 2, null, By.CREATED);
            List<Card> all = book.all(by, seed % 4 < 2, null, By.CREATED);
            List<Positioned<Card>> places =
                    new ArrayList<>(read(lists, new Slice(60, null, null, null)).results());
            Random random = new Random(seed);
            for (int i = 0; i < 40; i++) {
                Integer after = random.nextBoolean() ? random.nextInt(60) : null;
                Integer before = random.nextBoolean() ? random.nextInt(60) : null;
                Integer first = random.nextBoolean() ? 1 + random.nextInt(20) : null;
                Integer last = first == null || random.nextBoolean() ? 1 + random.nextInt(20) : null;
                if (after != null && before != null && after >= before) {
                    continue;
                }
                List<Card> expected = all.subList(after == null ? 0 : after + 1, before == null ? 60 : before);
                boolean hasMoreAfter = first != null && first < expected.size();
                expected = first == null ? expected : expected.subList(0, Math.min(first, expected.size()));
                boolean hasMoreBefore = last != null && last < expected.size();
                expected = last == null
                        ? expected
                        : expected.subList(Math.max(0, expected.size() - last), expected.size());

                Selection<Card> read = read(
                        lists, new Slice(first, anchor(lists, places, after), last, anchor(lists, places, before)));

                assertThat(cards(read)).isEqualTo(expected);
                assertThat(read.hasNext()).isEqualTo(hasMoreAfter || before != null);
                assertThat(read.hasPrevious()).isEqualTo(hasMoreBefore || after != null);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "19", "20", "21", "120", "199", "200", "201", "700"})
    void totalsAreExactToTheCap(int size) {
        Book book = book(size, size, 1_000, false);
        int cards = book.cards.size();
        ListSource<Card> names = book.source(By.NAME, true, null, By.CREATED);
        int said = new Listing<>(names, LEDGER).totalPlan("total").calls();

        Total total = total(names);

        assertThat(total.count()).isEqualTo(Math.min(cards, api.cap()));
        assertThat(total.isExact()).isEqualTo(cards < api.cap());
        assertThat(book.calls).isLessThanOrEqualTo(said);
    }

    /** Changes come between two slices: the cursor is old, and cursors of the API have expired. */
    @Test
    void slicesFromOldCursorsAreOfTheListAsItIsNow() {
        int stale = 0;
        int read = 0;
        for (int seed = 0; seed < seeds(200); seed++) {
            Random random = new Random(seed);
            Book book = book(seed, random.nextInt(250), 20_000, false);
            By by = List.of(By.NAME, By.CREATED, By.MODIFIED).get(seed % 3);
            boolean isAscending = random.nextBoolean();
            ListSource<Card> lists = book.source(by, isAscending, null, By.CREATED);
            boolean isForward = random.nextBoolean();
            int first = 1 + random.nextInt(20 * api.times());
            List<Positioned<Card>> places = read(
                            lists, isForward ? new Slice(first, null, null, null) : new Slice(null, null, first, null))
                    .results();
            if (places.isEmpty()) {
                continue;
            }
            for (int i = random.nextInt(10); i > 0; i--) {
                book.changeOnce();
            }
            book.calls += random.nextInt(5);
            book.expireCursors(1 + random.nextInt(5));
            Positioned<Card> place = places.get(random.nextInt(places.size()));
            int count = 1 + random.nextInt(20 * api.times());
            List<Card> all = book.all(by, isAscending, null, By.CREATED);
            int rank = all.indexOf(place.result());
            for (boolean isAfter : List.of(true, false)) {
                Anchor anchor = place.anchor(lists.keys());
                Selection<Card> slice;
                try {
                    Slice wanted =
                            isAfter ? new Slice(count, anchor, null, null) : new Slice(null, null, count, anchor);
                    // A plan holds for a list that has not changed, of which the anchor by its rank is a part.
                    slice = api.isSeekable() ? read(lists, wanted) : planned(book, lists, wanted);
                } catch (Failure failure) {
                    assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE);
                    assertThat(rank < 0 || (api.isSeekable() && by == By.NAME))
                            .as("seed %d: stale, though it is there", seed)
                            .isTrue();
                    stale++;
                    continue;
                }
                read++;
                if (rank >= 0) {
                    List<Card> expected = isAfter
                            ? all.subList(rank + 1, Math.min(all.size(), rank + 1 + count))
                            : all.subList(Math.max(0, rank - count), rank);
                    assertThat(cards(slice)).as("seed %d", seed).isEqualTo(expected);
                    assertThat(isAfter ? slice.hasNext() : slice.hasPrevious())
                            .isEqualTo(isAfter ? rank + 1 + count < all.size() : rank - count > 0);
                }
            }
        }
        assertThat(read).isGreaterThan(stale * 3);
    }

    /** Of the cards that are there all the time, and stay in their place, none is missed and none comes twice. */
    @ParameterizedTest
    @CsvSource({"CREATED, 150", "CREATED, 700", "MODIFIED, 150", "MODIFIED, 700", "NAME, 150", "NAME, 330"})
    void walksThroughAListThatChangesMissNothingAndRepeatNothing(By by, int size) {
        int stale = 0;
        int walks = 0;
        for (int seed = 0; seed < seeds(60); seed++) {
            Book book = book(seed, size, 20_000, seed % 2 == 0);
            boolean isAscending = seed % 4 < 2;
            ListSource<Card> lists = book.source(by, isAscending, null, By.CREATED);
            List<Card> before = List.copyOf(book.cards);
            book.change(1);
            List<Card> read;
            try {
                Random sizes = new Random(seed);
                read = seed % 8 < 4
                        ? forward(book, lists, sizes, 3 * before.size())
                        : backward(book, lists, sizes, 3 * before.size());
            } catch (Failure failure) {
                assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE);
                stale++;
                continue;
            }
            walks++;
            List<Card> unmoved = before.stream()
                    .filter(card -> by == By.MODIFIED
                            ? book.cards.contains(card)
                            : book.cards.stream().anyMatch(now -> now.id().equals(card.id())))
                    .toList();
            List<String> ids = read.stream().map(Card::id).toList();
            for (Card card : unmoved) {
                assertThat(Collections.frequency(ids, card.id()))
                        .as("%s, seed %d", card, seed)
                        .isEqualTo(1);
            }
        }
        assertThat(walks).as("%d stale", stale).isGreaterThan(stale * 3);
    }

    @Test
    void namesBeyondBothEndsAreRefusedAndNotLeftOut() {
        Book book = book(1, 430, 1_000, false);
        ListSource<Card> lists = book.source(By.NAME, true, null, By.CREATED);

        assertThatThrownBy(() -> forward(book, lists, new Random(1), 430 * api.times()))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.RESULT_WINDOW_EXCEEDED));
    }

    @Test
    void anAnchorThatIsGoneIsStaleByNameAndFoundByTime() {
        Book book = exactly(2, 100, 100_000, false);
        for (By by : List.of(By.NAME, By.CREATED)) {
            ListSource<Card> lists = book.source(by, true, null, By.CREATED);
            List<Positioned<Card>> page =
                    read(lists, new Slice(10, null, null, null)).results();
            Anchor anchor = page.get(9).anchor(lists.keys());
            List<Card> all = book.all(by, true, null, By.CREATED);
            book.remove(page.get(9).result());

            if (by == By.NAME && api.isSeekable()) {
                assertThatThrownBy(() -> read(lists, new Slice(10, anchor, null, null)))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE));
            } else {
                assertThat(cards(read(lists, new Slice(10, anchor, null, null))))
                        .isEqualTo(all.subList(10, 20));
            }
        }
    }

    @Test
    void aFullPageBeforeAnAnchorThatIsGoneIsStaleByName() {
        Book book = exactly(2, 100, 100_000, false);
        ListSource<Card> lists = book.source(By.NAME, true, null, By.CREATED);
        List<Positioned<Card>> page =
                read(lists, new Slice(20, null, null, null)).results();
        Anchor early = page.get(5).anchor(lists.keys());
        Anchor late = page.get(15).anchor(lists.keys());
        List<Card> all = book.all(By.NAME, true, null, By.CREATED);

        assertThat(cards(planned(book, lists, new Slice(10, null, null, late)))).isEqualTo(all.subList(0, 10));
        assertThat(cards(planned(book, lists, new Slice(null, early, 10, null))))
                .isEqualTo(all.subList(all.size() - 10, all.size()));

        book.remove(page.get(5).result());
        for (Slice slice : List.of(new Slice(10, null, null, early), new Slice(null, early, 10, late))) {
            assertThatThrownBy(() -> read(lists, slice))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_STALE));
        }
    }

    @Test
    void aListGoesOnBeforeAnAnchorThatIsGone() {
        Book book = exactly(2, 100, 100_000, false);
        ListSource<Card> lists = book.source(By.CREATED, true, null, By.CREATED);
        List<Positioned<Card>> page =
                read(lists, new Slice(20, null, null, null)).results();
        Anchor early = page.get(5).anchor(lists.keys());
        Anchor late = page.get(15).anchor(lists.keys());
        List<Card> all = book.all(By.CREATED, true, null, By.CREATED);
        book.remove(page.get(5).result());
        book.remove(page.get(15).result());

        Selection<Card> backward = planned(book, lists, new Slice(null, early, 20, late));
        Selection<Card> forward = planned(book, lists, new Slice(20, early, null, late));

        assertThat(cards(backward)).isEqualTo(all.subList(6, 15)).isEqualTo(cards(forward));
        assertThat(backward.hasPrevious()).isTrue();
        assertThat(forward.hasNext()).isTrue();
    }

    private static @Nullable Anchor anchor(
            ListSource<Card> lists, List<Positioned<Card>> places, @Nullable Integer rank) {
        return rank == null ? null : places.get(rank).anchor(lists.keys());
    }

    private List<Card> forward(Book book, ListSource<Card> lists, Random sizes, int most) {
        List<Card> found = new ArrayList<>();
        Anchor after = null;
        for (int i = 0; i <= most + 1; i++) {
            Selection<Card> read = planned(book, lists, new Slice(size(sizes), after, null, null));
            found.addAll(cards(read));
            assertThat(read.hasPrevious()).isEqualTo(after != null);
            if (!read.hasNext()) {
                return found;
            }
            after = read.results().get(read.results().size() - 1).anchor(lists.keys());
        }
        throw new AssertionError("no end after " + found.size());
    }

    private List<Card> backward(Book book, ListSource<Card> lists, Random sizes, int most) {
        List<Card> found = new ArrayList<>();
        Anchor before = null;
        for (int i = 0; i <= most + 1; i++) {
            Selection<Card> read = planned(book, lists, new Slice(null, null, size(sizes), before));
            found.addAll(0, cards(read));
            assertThat(read.hasNext()).isEqualTo(before != null);
            if (!read.hasPrevious()) {
                return found;
            }
            before = read.results().get(0).anchor(lists.keys());
        }
        throw new AssertionError("no start after " + found.size());
    }

    static List<Card> cards(Selection<Card> selection) {
        return selection.results().stream().map(Positioned::result).toList();
    }

    /** What a part may cost, with what it takes where there is little that is wanted. */
    static CallEstimate said(ListingPart<Card> part) {
        CallEstimate plan = part.plan("contacts");
        CallEstimate further = part.further("contacts");
        return further == null
                ? plan
                : new CallEstimate(
                        plan.field(), plan.calls(), plan.atMost() + further.calls(), plan.how(), plan.hint());
    }

    static Selection<Card> planned(Book book, ListSource<Card> lists, Slice wanted) {
        book.trim();
        ListingPart<Card> part = new Listing<>(lists, LEDGER).part(wanted);
        CallEstimate plan = said(part);
        int calls = book.calls;
        Selection<Card> read = result(part.read());

        assertThat(plan.calls()).isLessThanOrEqualTo(plan.atMost());
        int pushed = book.isChanging() && book.api.isSeekable() ? PUSHED : 0;
        assertThat(book.calls - calls)
                .as("calls, %s planned as %s", wanted, plan)
                .isLessThanOrEqualTo(plan.atMost() + pushed);
        return read;
    }

    private static Selection<Card> read(ListSource<Card> lists, Slice wanted) {
        return result(new Listing<>(lists, LEDGER).part(wanted).read());
    }

    /** Beyond the cap only numbered pages are counted in a few calls. */
    private Total spanTotal(int size) {
        return api.isSeekable() || size < api.cap() ? new Total(size, true) : new Total(api.cap(), false);
    }

    /** In no more calls than it says. */
    private static Total plannedTotal(Book book, ListSource<Card> lists) {
        CallEstimate plan = new Listing<>(lists, LEDGER).totalPlan("total");
        int before = book.calls;
        Total total = total(lists);
        assertThat(book.calls - before).as("%s", plan).isLessThanOrEqualTo(plan.atMost());
        return total;
    }

    private static Total total(ListSource<Card> lists) {
        return result(new Listing<>(lists, LEDGER).total());
    }

    static <T> T result(Uni<T> work) {
        try {
            return work.subscribeAsCompletionStage().join();
        } catch (CompletionException thrown) {
            throw thrown.getCause() instanceof Failure failure ? failure : thrown;
        }
    }
}
