package dev.meishi.pages;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import java.time.Duration;
import java.util.Locale;

/**
 * The calls of a list that takes many: an allowance of the list, not of the operation that needs it first. They are made in
 * the background, whether anybody waits or not, so that a list which takes longer than anybody waits is there in the end,
 * and each call is made once for all.
 *
 * @param most calls for one list, repeated ones included
 * @param setting of that number
 */
public record OwnCalls(int most, String setting) {

    /** Where the quota is small: 25 calls a minute, for 500 calls. */
    private static final Duration DEADLINE = Duration.ofMinutes(20);

    /** A list is not fetched more often, whatever an operation wants of it. */
    private static final Duration APART = Duration.ofMinutes(1);

    /** How long a list is waited for where an older one will do. */
    private static final Duration WAIT_FOR_NEWER = Duration.ofSeconds(2);

    /** After how much of its time a list that is in use is renewed. */
    private static final double DUE = 0.8;

    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    Ledger ledger() {
        return Ledger.admitted(new OperationTerms(Urgency.BACKGROUND, DEADLINE, most, false));
    }

    boolean isRecent(Duration age) {
        return age.compareTo(APART) < 0;
    }

    boolean isDue(Duration age, Duration fresh) {
        return age.toNanos() >= DUE * fresh.toNanos();
    }

    /** How long an operation waits: half of the time that it has left, so that the rest of its answer is in time. */
    Duration longestWait(Ledger ledger, boolean hasOlder) {
        Duration half = ledger.patience().dividedBy(2);
        Duration most = hasOlder && half.compareTo(WAIT_FOR_NEWER) > 0 ? WAIT_FOR_NEWER : half;
        return most.compareTo(Duration.ZERO) > 0 ? most : Duration.ofMillis(1);
    }

    /** It is not there in time. */
    Failure underWay(String list) {
        return new Failure(
                ErrorCode.UPSTREAM_TIMEOUT,
                String.format(
                        Locale.ROOT,
                        "The list of %s is not cached and is still being fetched, for all who need it, by up to %,d calls to"
                                + " LINE WORKS. Ask again later, or leave out what is looked up in it; ids need no list.",
                        list,
                        most),
                null,
                ASK_AGAIN,
                null);
    }

    /** It takes more calls than it may. */
    Failure tooLong(String list) {
        return new Failure(
                ErrorCode.FEATURE_DISABLED,
                String.format(
                        Locale.ROOT,
                        "The list of %s needs more than the %,d calls to LINE WORKS that one list may take. Set %s to more, or"
                                + " leave out what is looked up in it; ids need no list.",
                        list,
                        most,
                        setting));
    }
}
