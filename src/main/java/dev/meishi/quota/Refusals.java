package dev.meishi.quota;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.time.Duration;

/** The failures of calls that were not made. */
final class Refusals {

    private Refusals() {}

    /**
     * The quota, or the client's share of it, leaves no room in time.
     *
     * @param isOfOthers whether there are calls left, of the shares of others
     */
    static Failure usedUp(Operation operation, long nanos, boolean isOfOthers) {
        return new Failure(
                ErrorCode.UPSTREAM_RATE_LIMITED,
                (isOfOthers ? "This client's share of the LINE WORKS quota for " : "The LINE WORKS quota for ")
                        + operation.title() + " is used up for now; no call was made.",
                null,
                seconds(nanos),
                null);
    }

    /** The maximum number of calls is under way or waiting. */
    static Failure crowded(Operation operation, long nanos) {
        return new Failure(
                ErrorCode.UPSTREAM_RATE_LIMITED,
                "The maximum number of concurrent calls to LINE WORKS for " + operation.title()
                        + " is under way; no call was made.",
                null,
                seconds(nanos),
                null);
    }

    /** The circuit breaker is open. */
    static Failure broken(Operation operation, long nanos) {
        return new Failure(
                ErrorCode.UPSTREAM_UNAVAILABLE,
                "LINE WORKS has failed too often for " + operation.title() + "; no call was made.",
                null,
                seconds(nanos),
                null);
    }

    /** Whole seconds, rounded up, so that a client that waits for them is not too early. */
    static Duration seconds(long nanos) {
        return Duration.ofSeconds(
                Math.max(1, Duration.ofNanos(nanos + 999_999_999).toSeconds()));
    }
}
