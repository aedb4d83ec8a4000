package dev.meishi.quota;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Room;
import dev.meishi.ledger.Urgency;
import dev.meishi.quota.Waiting.Caller;
import dev.meishi.quota.Waiting.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets the calls of one operation and domain go: at once, after a short wait for their turn, or not at all. A call goes
 * when its quota has room, fewer calls than allowed are under way and LINE WORKS is not known to fail. Safe for use by
 * several threads; callers are told outside of the lock.
 */
final class Lane {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Operation operation;
    private final QuotaConfig config;
    private final Pace pace;
    private final Bucket bucket;
    private final Breaker breaker;
    private final Waiting waiting = new Waiting();
    private int underWay;
    private @Nullable Runnable takeBackTimer;

    /** The leave to make one call; who has it says how the call ended, exactly once. */
    record Pass(Bucket.Taken call, boolean isTrial) {}

    Lane(Operation operation, QuotaConfig config, Pace pace) {
        this.operation = operation;
        this.config = config;
        this.pace = pace;
        bucket = new Bucket(config.callsPerMinute(), config.share(), config.margin());
        breaker = new Breaker(config.breaker());
    }

    /**
     * A call wants to go.
     *
     * @param patience how long it is worth waiting
     * @param caller who is told if its turn has not come yet
     * @return the leave to go at once, null if it waits
     * @throws Failure if it would wait in vain
     */
    synchronized @Nullable Pass enter(Urgency urgency, Duration patience, Caller caller) {
        long now = pace.nanos();
        if (breaker.waiting(now) > 0) {
            throw Refusals.broken(operation, breaker.waiting(now));
        }
        int ahead = waiting.ahead(urgency);
        long next = bucket.next(urgency, ahead, waiting.backgroundAhead(urgency), now);
        boolean isRoom = underWay < config.concurrency();
        if (ahead == 0 && next <= now && isRoom) {
            return take(urgency);
        }
        long latest = now + longest(urgency, patience).toNanos();
        if (next > latest) {
            throw Refusals.usedUp(operation, next - now);
        }
        if (latest <= now || waiting.size() >= config.queue()) {
            throw Refusals.crowded(operation, next - now);
        }
        waiting.add(new Waiter(caller, urgency, latest));
        setTimer(now);
        return null;
    }

    /** A caller who waited went away. */
    void leave(Caller caller) {
        change(now -> waiting.remove(caller));
    }

    /** A call was answered, or failed. */
    void ended(Pass pass, @Nullable Throwable thrown) {
        Failure failure = thrown instanceof Failure known ? known : null;
        ErrorCode code = failure == null ? null : failure.code();
        boolean isBad = code == ErrorCode.UPSTREAM_UNAVAILABLE || code == ErrorCode.UPSTREAM_TIMEOUT;
        change(now -> {
            underWay--;
            bucket.end(pass.call(), now);
            breaker.ended(pass.isTrial(), isBad, now);
            if (failure != null && code == ErrorCode.UPSTREAM_RATE_LIMITED) {
                bucket.stop(failure.retryAfter(), now);
            }
        });
    }

    /** A call was given up while it was under way. */
    void abandoned(Pass pass) {
        change(now -> {
            underWay--;
            bucket.end(pass.call(), now);
            breaker.abandoned(pass.isTrial());
        });
    }

    /** A call was not made after all. */
    void withdrawn(Pass pass) {
        change(now -> {
            underWay--;
            bucket.withdraw(pass.call());
            breaker.abandoned(pass.isTrial());
        });
    }

    /** What the answer to a call says about the quota. */
    void told(Pass pass, Allowance allowance) {
        change(now -> bucket.told(pass.call(), allowance, now));
    }

    /** How many calls could go at once now. */
    synchronized int left() {
        return bucket.left(pace.nanos());
    }

    /** What there is room for. */
    synchronized Room room() {
        return bucket.room(pace.nanos());
    }

    /** Whether calls are kept back because LINE WORKS fails. */
    synchronized boolean isBroken() {
        return breaker.isOpen();
    }

    private interface Change {
        void at(long now);
    }

    private void change(Change change) {
        List<Runnable> calls = new ArrayList<>();
        synchronized (this) {
            long now = pace.nanos();
            change.at(now);
            letGo(now, calls);
            refuse(now, calls);
            setTimer(now);
        }
        calls.forEach(Runnable::run);
    }

    private void letGo(long now, List<Runnable> calls) {
        for (Waiter first = waiting.first(); first != null && mayGo(first, now); first = waiting.first()) {
            waiting.removeFirst();
            Caller caller = first.caller();
            Pass pass = take(first.urgency());
            calls.add(() -> caller.go(pass));
        }
    }

    private boolean mayGo(Waiter first, long now) {
        return underWay < config.concurrency()
                && breaker.waiting(now) == 0
                && bucket.next(first.urgency(), 0, 0, now) <= now;
    }

    private void refuse(long now, List<Runnable> calls) {
        long broken = breaker.waiting(now);
        waiting.removeIf((waiter, ahead, backgroundAhead) -> {
            long next = bucket.next(waiter.urgency(), ahead, backgroundAhead, now);
            if (broken == 0 && next <= waiter.latest() && now < waiter.latest()) {
                return false;
            }
            Failure why = broken > 0
                    ? Refusals.broken(operation, broken)
                    : next > now ? Refusals.usedUp(operation, next - now) : Refusals.crowded(operation, 0);
            return calls.add(() -> waiter.caller().refused(why));
        });
    }

    private Pass take(Urgency urgency) {
        underWay++;
        return new Pass(bucket.take(urgency), breaker.begun());
    }

    private Duration longest(Urgency urgency, Duration patience) {
        Duration longest = urgency == Urgency.INTERACTIVE ? config.longestWait() : A_DAY;
        return patience.compareTo(longest) < 0 ? patience : longest;
    }

    /** Looks again when the first one's turn comes, or when somebody's wait ends in vain, whichever is sooner. */
    private void setTimer(long now) {
        if (takeBackTimer != null) {
            takeBackTimer.run();
            takeBackTimer = null;
        }
        Waiter first = waiting.first();
        if (first != null) {
            long turn = bucket.next(first.urgency(), 0, 0, now);
            long[] wake = {turn > now ? turn : Long.MAX_VALUE};
            waiting.removeIf((waiter, ahead, backgroundAhead) -> {
                wake[0] = Math.min(wake[0], waiter.latest());
                return false;
            });
            takeBackTimer = pace.after(Duration.ofNanos(wake[0] - now), () -> change(then -> {}));
        }
    }
}
