package dev.meishi.quota;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Room;
import dev.meishi.ledger.Urgency;
import dev.meishi.ledger.Weights;
import dev.meishi.quota.Waiting.Caller;
import dev.meishi.quota.Waiting.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one operation and domain: each goes at once, after a short wait for its turn, or not at all. A call goes
 * when the quota and its claimant's share have room, fewer calls than the maximum are under way and the circuit breaker
 * is closed. Safe for use by several threads; callers are notified outside of the lock.
 */
final class OperationQueue {

    private final Operation operation;
    private final QuotaConfig config;
    private final Weights weights;
    private final Pace pace;
    private final Waiting waiting;
    private OperationState state;
    private @Nullable Runnable takeBackTimer;

    OperationQueue(Operation operation, QuotaConfig config, Weights weights, Pace pace) {
        this.operation = operation;
        this.config = config;
        this.weights = weights;
        this.pace = pace;
        waiting = new Waiting(config.maxQueued());
        state = OperationState.begun(config, weights, pace);
    }

    /** Forgets what is known. Waiting calls go on waiting, and calls under way count no more. */
    void reset() {
        change((now, calls) -> {
            state = OperationState.begun(config, weights, pace);
            waiting.all().forEach(waiter -> state.shares().waits(waiter.claimant()));
        });
    }

    /**
     * A call wants to go.
     *
     * @param caller that is told if it does not go at once
     * @return the permit to go at once, null if it waits
     * @throws Failure if it would wait in vain
     */
    @Nullable
    Permit enter(CallRequest wish, Caller caller) {
        List<Runnable> calls = new ArrayList<>();
        try {
            synchronized (this) {
                long now = pace.nanos();
                if (state.breaker().waiting(now) > 0) {
                    throw Refusals.broken(operation, state.breaker().waiting(now));
                }
                letGo(now, calls);
                Shares.Claimant claimant = state.claimant(wish.claim(), wish.urgency());
                if (waiting.ahead(claimant) == 0 && mayGo(claimant, now)) {
                    return state.take(claimant, now);
                }
                queue(
                        new Waiter(
                                caller, claimant, now + wish.longestWait(config).toNanos()),
                        now,
                        calls);
                setTimer(now);
                return null;
            }
        } finally {
            calls.forEach(Runnable::run);
        }
    }

    private void queue(Waiter newcomer, long now, List<Runnable> calls) {
        Shares.Claimant claimant = newcomer.claimant();
        long next = state.next(claimant, waiting.ahead(claimant), waiting.backgroundAhead(claimant), now);
        Waiter last = waiting.hasRoom(claimant) ? newcomer : waiting.toMakeRoom(claimant);
        if (next > newcomer.latest() || newcomer.latest() <= now || last == null) {
            state.shares().refused(claimant, now);
            throw next > newcomer.latest() ? usedUp(claimant, next, now) : Refusals.crowded(operation, next - now);
        }
        if (!last.equals(newcomer)) {
            waiting.remove(last);
            gone(last, true, now);
            calls.add(() -> last.caller().refused(Refusals.crowded(operation, 0)));
        }
        waiting.add(newcomer);
        state.shares().waits(claimant);
    }

    /** The subscriber of a waiting call has cancelled it. */
    void leave(Caller caller) {
        change((now, calls) -> waiting.removeIf((waiter, ahead, backgroundAhead) -> {
            boolean isGone = waiter.caller().equals(caller);
            if (isGone) {
                gone(waiter, false, now);
            }
            return isGone;
        }));
    }

    /**
     * A call was answered, or failed.
     *
     * @return what it failed with; a refusal for the quota says when the next call goes
     */
    @Nullable
    Throwable ended(Permit permit, @Nullable Throwable thrown) {
        long[] stopped = {0};
        change((now, calls) -> stopped[0] = OperationState.ended(permit, thrown, now));
        return thrown instanceof Failure failure && failure.code() == ErrorCode.UPSTREAM_RATE_LIMITED
                ? failure.retryAfter(Refusals.seconds(stopped[0]))
                : thrown;
    }

    /** A call was given up while it was under way. */
    void abandoned(Permit permit) {
        change((now, calls) -> OperationState.abandoned(permit, now));
    }

    /** A call was not made after all. */
    void withdrawn(Permit permit) {
        change((now, calls) -> OperationState.withdrawn(permit));
    }

    /** What the answer to a call says about the quota. */
    void told(Permit permit, RateLimitInfo allowance) {
        change((now, calls) -> permit.state().bucket().told(permit.call(), allowance, now));
    }

    /** How many calls could go at once now. */
    synchronized int left() {
        return state.bucket().left(pace.nanos());
    }

    /** How many calls of a class of callers count in this minute. */
    synchronized int used(String callers) {
        return state.shares().used(callers, pace.nanos());
    }

    /** How many calls the quota and the share of a claimant have room for. */
    synchronized Room room(Claim claim, Urgency urgency) {
        return state.room(state.claimant(claim, urgency), pace.nanos());
    }

    /** Whether the circuit breaker is open. */
    synchronized boolean isBroken() {
        return state.breaker().isOpen();
    }

    private interface Change {
        void at(long now, List<Runnable> calls);
    }

    private void change(Change change) {
        List<Runnable> calls = new ArrayList<>();
        synchronized (this) {
            long now = pace.nanos();
            change.at(now, calls);
            if (!waiting.isEmpty()) {
                letGo(now, calls);
                refuse(now, calls);
            }
            setTimer(now);
        }
        calls.forEach(Runnable::run);
    }

    private void letGo(long now, List<Runnable> calls) {
        Waiter next = next(now);
        while (next != null) {
            waiting.remove(next);
            gone(next, false, now);
            Caller caller = next.caller();
            Permit permit = state.take(next.claimant(), now);
            calls.add(() -> caller.go(permit));
            next = next(now);
        }
    }

    private @Nullable Waiter next(long now) {
        return waiting.isEmpty() ? null : waiting.next(claimant -> mayGo(claimant, now), state.shares());
    }

    private boolean mayGo(Shares.Claimant claimant, long now) {
        return state.mayGo(claimant, config.maxConcurrentCalls(), now);
    }

    private void refuse(long now, List<Runnable> calls) {
        long broken = state.breaker().waiting(now);
        waiting.removeIf((waiter, ahead, backgroundAhead) -> {
            long quota = state.quota(waiter.claimant(), ahead, backgroundAhead, now);
            if (broken == 0 && quota <= waiter.latest() && now < waiter.latest()) {
                return false;
            }
            long next = broken > 0 ? now : state.next(waiter.claimant(), ahead, backgroundAhead, now);
            Failure why = broken > 0
                    ? Refusals.broken(operation, broken)
                    : next > now ? usedUp(waiter.claimant(), next, now) : Refusals.crowded(operation, 0);
            gone(waiter, true, now);
            calls.add(() -> waiter.caller().refused(why));
            return true;
        });
    }

    private Failure usedUp(Shares.Claimant claimant, long next, long now) {
        return Refusals.usedUp(operation, next - now, state.hasQuota(claimant, now));
    }

    private void gone(Waiter waiter, boolean isRefused, long now) {
        state.shares().waitsNoMore(waiter.claimant());
        if (isRefused) {
            state.shares().refused(waiter.claimant(), now);
        }
    }

    /** Looks again when the first turn comes or the first wait ends, whichever is sooner. */
    private void setTimer(long now) {
        if (takeBackTimer != null) {
            takeBackTimer.run();
            takeBackTimer = null;
        }
        if (waiting.isEmpty()) {
            return;
        }
        long wake = Long.MAX_VALUE;
        for (Waiter first : waiting.firsts()) {
            long turn = state.next(first.claimant(), 0, 0, now);
            wake = Math.min(wake, turn > now ? turn : Long.MAX_VALUE);
        }
        for (Waiter waiter : waiting.all()) {
            wake = Math.min(wake, waiter.latest());
        }
        takeBackTimer = pace.after(Duration.ofNanos(wake - now), () -> change((then, calls) -> {}));
    }
}
