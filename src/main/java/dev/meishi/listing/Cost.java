package dev.meishi.listing;

/**
 * The number of calls that reading a part of a list needs, given what is cached.
 *
 * @param calls that are enough while the list is as it was when the anchor was found, if the part lies in the list or the
 *     window of the anchor, and none of it is passed over. One more tells that a list read by cursors ends
 * @param atMost where that is known only after reading
 */
record Cost(int calls, int atMost) {

    Cost(int calls) {
        this(calls, calls);
    }

    Cost upTo(int more) {
        return new Cost(calls, atMost + more);
    }

    Cost and(int more) {
        return new Cost(calls + more, atMost + more);
    }
}
