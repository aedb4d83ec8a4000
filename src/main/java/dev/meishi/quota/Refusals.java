package dev.meishi.quota;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.time.Duration;

/** The failures of calls that were not made. */
final class Refusals {

    private Refusals() {}

    /**
     * The quota, or the caller's share of it, leaves no room in time.
     *
     * @param isOfOthers whether there are calls left, of the shares of others
     */
    static Failure usedUp(Operation operation, long nanos, boolean isOfOthers) {
        return new Failure(
                ErrorCode.UPSTREAM_RATE_LIMITED,
                (isOfOthers
                                ? "This caller's share of the calls to LINE WORKS for "
                                : "The gateway's calls to LINE WORKS for ")
                        + operation.title() + (isOfOthers ? " is" : " are") + " used up for now; it was not asked.",
                null,
                seconds(nanos),
                null);
    }

    /** As many calls as allowed are under way, or wait. */
    static Failure crowded(Operation operation, long nanos) {
        return new Failure(
                ErrorCode.UPSTREAM_RATE_LIMITED,
                "As many calls to LINE WORKS for " + operation.title()
                        + " as may be made at once are under way; it was not asked.",
                null,
                seconds(nanos),
                null);
    }

    /** LINE WORKS failed too often lately. */
    static Failure broken(Operation operation, long nanos) {
        return new Failure(
                ErrorCode.UPSTREAM_UNAVAILABLE,
                "LINE WORKS failed too often at " + operation.title() + " lately; it was not asked.",
                null,
                seconds(nanos),
                null);
    }

    /** Whole seconds, rounded up: who comes back then does not come too early. */
    static Duration seconds(long nanos) {
        return Duration.ofSeconds(
                Math.max(1, Duration.ofNanos(nanos + 999_999_999).toSeconds()));
    }
}
