package dev.meishi.quota;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Room;
import dev.meishi.ledger.Urgency;
import dev.meishi.ledger.Weights;
import dev.meishi.quota.Shares.Claimant;
import org.jspecify.annotations.Nullable;

/**
 * The state of one operation of LINE WORKS in one domain: its quota, how callers share the quota, and whether LINE WORKS
 * fails. Decides when a call may be made, and counts the calls that were made. Not thread-safe.
 *
 * @param bucket the quota
 * @param breaker opens while LINE WORKS fails
 * @param shares of the quota
 */
record OperationState(Bucket bucket, Breaker breaker, Shares shares) {

    /** The state before the first call. */
    static OperationState begun(QuotaConfig config, Weights weights, Pace pace) {
        Bucket bucket =
                new Bucket(config.callsPerMinute(), config.maxCallsPerMinute(), config.share(), config.windowMargin());
        return new OperationState(
                bucket, new Breaker(config.breaker()), new Shares(weights, bucket.minute(), pace.salt()));
    }

    /** The claimant that a call is counted for. */
    Claimant claimant(Claim claim, Urgency urgency) {
        return shares.claimant(claim, urgency == Urgency.BACKGROUND);
    }

    /**
     * Whether a call may go now.
     *
     * @param concurrency the maximum number of calls under way
     */
    boolean mayGo(Claimant claimant, int concurrency, long now) {
        return breaker.waiting(now) == 0
                && shares.isPlace(claimant, concurrency, now)
                && hasQuota(claimant, now)
                && shares.mayGo(claimant, bucket.capacity(now), now);
    }

    /** Whether the quota has room, though the claimant's share of it may not. */
    boolean hasQuota(Claimant claimant, long now) {
        return quota(claimant, 0, 0, now) <= now;
    }

    /** When the quota has room, as known by now. */
    long quota(Claimant claimant, int ahead, int backgroundAhead, long now) {
        return bucket.next(urgency(claimant), ahead, backgroundAhead, now);
    }

    /** When the quota and the share have room, as known by now. */
    long next(Claimant claimant, int ahead, int backgroundAhead, long now) {
        long quota = quota(claimant, ahead, backgroundAhead, now);
        long share = shares.next(claimant, bucket.budget(), ahead, now);
        long next = Math.max(quota, share);
        boolean isLess = next <= now && !shares.mayGo(claimant, bucket.capacity(now), now);
        return isLess ? bucket.renewed(now) : next;
    }

    /** How many calls the quota and the share have room for. */
    Room room(Claimant claimant, long now) {
        Room all = bucket.room(now);
        int own = shares.left(claimant, bucket.capacity(now), now);
        return new Room(Math.min(all.now(), own), all.inAMinute(), all.untilAll());
    }

    /** Lets a call go. */
    Permit take(Claimant claimant, long now) {
        shares.begun(claimant, now);
        return new Permit(this, bucket.take(urgency(claimant)), claimant, breaker.begun());
    }

    /**
     * A call was answered, or failed.
     *
     * @param thrown what it failed with
     * @return for how long no call goes because LINE WORKS refused this one for its quota; zero if it did not
     */
    static long ended(Permit permit, @Nullable Throwable thrown, long now) {
        OperationState state = permit.state();
        Failure failure = thrown instanceof Failure known ? known : null;
        ErrorCode code = failure == null ? null : failure.code();
        over(permit, now);
        state.breaker.ended(
                permit.isTrial(), code == ErrorCode.UPSTREAM_UNAVAILABLE || code == ErrorCode.UPSTREAM_TIMEOUT, now);
        if (thrown == null || code == ErrorCode.NOT_FOUND) {
            state.shares.answered(permit.claimant(), thrown != null);
        }
        if (failure == null || code != ErrorCode.UPSTREAM_RATE_LIMITED) {
            return 0;
        }
        state.bucket.stop(failure.retryAfter(), now);
        return state.bucket.stopped(now);
    }

    /** A call was given up while it was under way. */
    static void abandoned(Permit permit, long now) {
        over(permit, now);
        permit.state().breaker.abandoned(permit.isTrial());
    }

    /** A call was not made after all. */
    static void withdrawn(Permit permit) {
        OperationState state = permit.state();
        state.bucket.withdraw(permit.call());
        state.shares.withdrawn(permit.claimant());
        state.breaker.abandoned(permit.isTrial());
    }

    private static void over(Permit permit, long now) {
        permit.state().bucket.end(permit.call(), now);
        permit.state().shares.ended(permit.claimant(), now);
    }

    private static Urgency urgency(Claimant claimant) {
        return claimant.isBackground() ? Urgency.BACKGROUND : Urgency.INTERACTIVE;
    }
}
