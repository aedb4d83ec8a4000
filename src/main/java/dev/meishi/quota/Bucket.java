package dev.meishi.quota;

import dev.meishi.ledger.Room;
import dev.meishi.ledger.Urgency;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The quota of one operation and domain: when the next call may go. Of what LINE WORKS allows a share is used, of that
 * share half by background calls (vendor page: runs of half an hour and more are to stay at half of the limit). What
 * answers say of the quota corrects it. Times are nanoseconds of one clock that never goes back. Not thread-safe.
 */
final class Bucket {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final double share;
    private final Duration margin;
    private final SlidingWindow all;
    private final SlidingWindow background;
    private final ReportedQuota remaining = new ReportedQuota();
    private final int highest;
    private int limit;
    private long stoppedUntil;

    /** A call that was let go. */
    static final class Taken {
        private final Urgency urgency;
        private boolean isHeardOf;
        private boolean isOver;

        private Taken(Urgency urgency) {
            this.urgency = urgency;
        }
    }

    /**
     * A quota of which nothing is used.
     *
     * @param limit calls a minute, until LINE WORKS names another
     * @param highest limit that is accepted; a higher one counts as this, or as {@code limit} if that is more
     * @param share of the limit that is used, over 0 to 1
     * @param margin by how much longer than a minute a call counts: the network, rounding and clocks
     */
    Bucket(int limit, int highest, double share, Duration margin) {
        this.limit = limit;
        this.highest = Math.max(limit, highest);
        this.share = share;
        this.margin = margin;
        all = new SlidingWindow(minute());
        background = new SlidingWindow(minute());
    }

    /** For how long a call counts after its end. */
    long minute() {
        return MINUTE.plus(margin).toNanos();
    }

    /**
     * When a call may go, as known by now.
     *
     * @param urgency of the call
     * @param ahead how many go before it
     * @param backgroundAhead how many of those are background calls
     * @return now or later
     */
    long next(Urgency urgency, int ahead, int backgroundAhead, long now) {
        long next = Math.max(all.next(budget(), ahead, now), stoppedUntil);
        if (urgency == Urgency.BACKGROUND) {
            next = Math.max(next, background.next(Math.max(1, budget() / 2), backgroundAhead, now));
        }
        return ahead < remaining.left(reserve(), now) ? next : Math.max(next, remaining.until());
    }

    /** Lets a call go. */
    Taken take(Urgency urgency) {
        all.begun();
        if (urgency == Urgency.BACKGROUND) {
            background.begun();
        }
        remaining.begun();
        return new Taken(urgency);
    }

    /** A call that was let go was not made after all. */
    void withdraw(Taken call) {
        all.withdrawn();
        if (call.urgency == Urgency.BACKGROUND) {
            background.withdrawn();
        }
        remaining.withdrawn();
    }

    /** A call that was let go has ended, whether it was answered or not. */
    void end(Taken call, long now) {
        call.isOver = true;
        all.ended(now);
        if (call.urgency == Urgency.BACKGROUND) {
            background.ended(now);
        }
        if (!call.isHeardOf) {
            remaining.endedUnheard();
        }
    }

    /** The answer to a call says what is left. What is left after a call that was given up is known already: less. */
    void told(Taken call, RateLimitInfo allowance, long now) {
        Integer named = allowance.limit();
        if (named != null && named > 0) {
            limit = Math.min(named, highest);
        }
        Integer left = allowance.remaining();
        if (left != null && !call.isHeardOf && !call.isOver) {
            call.isHeardOf = true;
            remaining.heard(left, now + untilNextMinute(allowance.reset()), now);
        }
    }

    /**
     * LINE WORKS refused a call for its quota, so none goes for a while.
     *
     * @param reset how long, null for a minute
     */
    void stop(@Nullable Duration reset, long now) {
        stoppedUntil = Math.max(stoppedUntil, now + untilNextMinute(reset));
    }

    /** For how long no call goes because LINE WORKS refused one; zero if they do. */
    long stopped(long now) {
        return Math.max(0, stoppedUntil - now);
    }

    /** When more can be known of the quota than is now: with the vendor's next minute. */
    long renewed(long now) {
        return remaining.until() > now ? remaining.until() : now + minute();
    }

    /** How many calls of this minute there are in all, those that were made and those that could be. */
    int capacity(long now) {
        return all.used(now) + left(now);
    }

    /** How many calls could go at once now. */
    int left(long now) {
        long left = stoppedUntil > now ? 0 : budget() - all.used(now);
        return (int) Math.max(0, Math.min(left, remaining.left(reserve(), now)));
    }

    /** What there is room for. */
    Room room(long now) {
        long all = next(Urgency.INTERACTIVE, budget() - 1, 0, now);
        return new Room(left(now), budget(), Duration.ofNanos(Math.max(0, all - now)));
    }

    /** How many calls of a minute are used. */
    int budget() {
        return Math.max(1, (int) (limit * share));
    }

    /** What is left to others. */
    private int reserve() {
        return limit - budget();
    }

    private long untilNextMinute(@Nullable Duration reset) {
        return margin.plus(reset == null || reset.compareTo(MINUTE) > 0 ? MINUTE : reset)
                .toNanos();
    }
}
