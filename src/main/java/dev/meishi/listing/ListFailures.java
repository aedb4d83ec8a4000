package dev.meishi.listing;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The failures of reading a list. */
final class ListFailures {

    private ListFailures() {}

    /** Nothing tells what follows the anchor. */
    static Failure stale() {
        return new Failure(
                ErrorCode.CURSOR_STALE,
                "The contact of the cursor no longer exists, and its position cannot be determined; start this list without a cursor.");
    }

    /** Nothing tells whether what was found lies before the anchor or beyond it. */
    static Failure unplaced() {
        return new Failure(
                ErrorCode.CURSOR_STALE,
                "The page is full before the contact of its other cursor is found, and that is not where the cursor says, so"
                        + " that the page may go on beyond it. Ask for fewer contacts, or leave out that cursor.");
    }

    /** Of the first results found the last are wanted, and the calls end before those are found. */
    static Failure cut() {
        return new Failure(
                ErrorCode.LIMIT_EXCEEDED,
                "The calls to LINE WORKS that this operation may make end before as many contacts are found as first says,"
                        + " so that the last of them are not known. Leave out last.");
    }

    /** Whether the cursor is refused, ours or the API's. */
    static boolean isStale(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.CURSOR_STALE;
    }

    /**
     * The list is longer than what the API serves of it.
     *
     * @param why no other way leads on
     */
    static Failure exceeded(ListSource<?> source, String why) {
        return new Failure(
                ErrorCode.RESULT_WINDOW_EXCEEDED,
                String.format(
                        Locale.ROOT,
                        "LINE WORKS serves at most %,d results from either end of a list, and %s. Narrow the filter, for"
                                + " example with a createdBetween of at most %s.",
                        source.cap(),
                        why,
                        longestWindow(source)));
    }

    /** In words. */
    static String longestWindow(ListSource<?> source) {
        return TimeUnit.SECONDS.toDays(source.longestWindow()) + " days";
    }
}
