package dev.meishi.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Slice;
import dev.meishi.listing.Book.Api;
import dev.meishi.listing.Book.By;
import dev.meishi.listing.Book.Card;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
