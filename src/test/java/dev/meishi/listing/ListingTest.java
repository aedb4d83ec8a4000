package dev.meishi.listing;

import dev.meishi.listing.Book.Api;

/** {@link Listing} of an API with numbered pages. */
class ListingTest extends ListingProperties {

    ListingTest() {
        super(Api.NUMBERED);
    }
}
