package dev.meishi.quota;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Room;
import dev.meishi.ledger.Urgency;
import dev.meishi.ledger.Weights;
import dev.meishi.quota.Shares.Who;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one operation and domain of LINE WORKS and of who called it: its quota, how it is shared, and whether
 * LINE WORKS fails. Says when a call may go, and counts those that went. Not thread-safe.
 *
 * @param bucket the quota
 * @param breaker opens while LINE WORKS fails
 * @param shares of the quota
 */
record Course(Bucket bucket, Breaker breaker, Shares shares) {

    /** Nothing is known yet. */
    static Course begun(QuotaConfig config, Weights weights, Pace pace) {
        Bucket bucket =
                new Bucket(config.callsPerMinute(), config.maxCallsPerMinute(), config.share(), config.margin());
        return new Course(bucket, new Breaker(config.breaker()), new Shares(weights, bucket.minute(), pace.salt()));
    }

    /** Whose share a call is taken from. */
    Who who(Claim claim, Urgency urgency) {
        return shares.who(claim, urgency == Urgency.BACKGROUND);
    }

    /**
     * Whether a call may go now.
     *
     * @param concurrency most calls that may be under way
     */
    boolean mayGo(Who who, int concurrency, long now) {
        return breaker.waiting(now) == 0
                && shares.isPlace(who, concurrency, now)
                && hasQuota(who, now)
                && shares.mayGo(who, bucket.capacity(now), now);
    }

    /** Whether the quota has room, though the claimant's share of it may not. */
    boolean hasQuota(Who who, long now) {
        return quota(who, 0, 0, now) <= now;
    }

    /** When the quota has room, as known by now. */
    long quota(Who who, int ahead, int backgroundAhead, long now) {
        return bucket.next(urgency(who), ahead, backgroundAhead, now);
    }

    /** When the quota and the share have room, as known by now. */
    long next(Who who, int ahead, int backgroundAhead, long now) {
        long quota = quota(who, ahead, backgroundAhead, now);
        long share = shares.next(who, bucket.budget(), ahead, now);
        long next = Math.max(quota, share);
        boolean isLess = next <= now && !shares.mayGo(who, bucket.capacity(now), now);
        return isLess ? bucket.renewed(now) : next;
    }

    /** What there is room for, and in a share. */
    Room room(Who who, long now) {
        Room all = bucket.room(now);
        int own = shares.left(who, bucket.capacity(now), now);
        return new Room(Math.min(all.now(), own), all.inAMinute(), all.untilAll());
    }

    /** Lets a call go. */
    Permit take(Who who, long now) {
        shares.begun(who, now);
        return new Permit(this, bucket.take(urgency(who)), who, breaker.begun());
    }

    /**
     * A call was answered, or failed.
     *
     * @param thrown what it failed with
     * @return for how long no call goes because LINE WORKS refused this one for its quota; zero if it did not
     */
    static long ended(Permit permit, @Nullable Throwable thrown, long now) {
        Course course = permit.course();
        Failure failure = thrown instanceof Failure known ? known : null;
        ErrorCode code = failure == null ? null : failure.code();
        over(permit, now);
        course.breaker.ended(
                permit.isTrial(), code == ErrorCode.UPSTREAM_UNAVAILABLE || code == ErrorCode.UPSTREAM_TIMEOUT, now);
        if (thrown == null || code == ErrorCode.NOT_FOUND) {
            course.shares.answered(permit.who(), thrown != null);
        }
        if (failure == null || code != ErrorCode.UPSTREAM_RATE_LIMITED) {
            return 0;
        }
        course.bucket.stop(failure.retryAfter(), now);
        return course.bucket.stopped(now);
    }

    /** A call was given up while it was under way. */
    static void abandoned(Permit permit, long now) {
        over(permit, now);
        permit.course().breaker.abandoned(permit.isTrial());
    }

    /** A call was not made after all. */
    static void withdrawn(Permit permit) {
        Course course = permit.course();
        course.bucket.withdraw(permit.call());
        course.shares.withdrawn(permit.who());
        course.breaker.abandoned(permit.isTrial());
    }

    private static void over(Permit permit, long now) {
        permit.course().bucket.end(permit.call(), now);
        permit.course().shares.ended(permit.who(), now);
    }

    private static Urgency urgency(Who who) {
        return who.isBackground() ? Urgency.BACKGROUND : Urgency.INTERACTIVE;
    }
}
