package dev.meishi.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Slice;
import dev.meishi.listing.Book.Api;
import dev.meishi.listing.Book.By;
import dev.meishi.listing.Book.Card;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Listing} of an API with numbered pages. */
class ListingTest extends ListingProperties {

    ListingTest() {
        super(Api.NUMBERED);
    }

    /** The cap lies among results of the same second, of which those that were read before it lie behind it now. */
    @Test
    void anAnchorIsFoundThatOthersHavePushedBeyondTheCapAmongResultsOfItsSecond() {
        for (int seed = 0; seed < 10; seed++) {
            Book book = exactly(seed, 300, 100, false);
            ListSource<Card> lists = book.source(By.CREATED, true, null, By.CREATED);
            List<Positioned<Card>> read = ListingProperties.planned(book, lists, new Slice(200, null, null, null))
                    .results();
            book.putFirst(2);
            List<Card> all = book.all(By.CREATED, true, null, By.CREATED);

            for (Positioned<Card> placed : read.subList(190, 200)) {
                Anchor anchor = placed.anchor(lists.keys());
                int next = all.indexOf(placed.result()) + 1;

                assertThat(cards(result(new Listing<>(lists, LEDGER)
                                .part(new Slice(5, anchor, null, null))
                                .read())))
                        .as("seed %d, %s", seed, placed)
                        .isEqualTo(all.subList(next, next + 5));
            }
        }
    }
}
