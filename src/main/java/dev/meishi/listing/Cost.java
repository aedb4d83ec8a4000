package dev.meishi.listing;

/**
 * The number of calls that reading a part of a list needs, given what is cached.
 *
 * @param calls that are enough if there is something to read where it is looked for
 * @param atMost where the number of results to skip is known only after reading them
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
