package dev.meishi.quota;

import java.time.Duration;

/**
 * The circuit breaker of an operation. It opens when too many of the last calls failed, so that no more calls are made;
 * after a pause one call at a time is made as a trial, and the first that succeeds closes it. Times are nanoseconds of one
 * clock that never goes back. Not thread-safe.
 */
final class Breaker {

    /** The time that a caller has to wait while the call of another one is being tried. */
    private static final long TRIAL = Duration.ofSeconds(1).toNanos();

    private final QuotaConfig.Breaker config;
    private final boolean[] isBad;
    private int next;
    private int known;
    private int bad;
    private boolean isOpen;
    private long openUntil;
    private boolean isTrying;

    /** A closed one. */
    Breaker(QuotaConfig.Breaker config) {
        this.config = config;
        isBad = new boolean[config.volume()];
    }

    /** Whether it is open: calls in general are refused. */
    boolean isOpen() {
        return isOpen;
    }

    /** How long to wait before a call may go; zero if it may go now. */
    long waiting(long now) {
        if (!isOpen) {
            return 0;
        }
        return openUntil > now ? openUntil - now : isTrying ? TRIAL : 0;
    }

    /**
     * A call goes.
     *
     * @return whether it is the trial that decides if the breaker closes
     */
    boolean begun() {
        isTrying |= isOpen;
        return isOpen;
    }

    /** A call ended without telling anything: it was given up, or not made after all. */
    void abandoned(boolean isTrial) {
        isTrying &= !isTrial;
    }

    /** A call ended well, or badly: LINE WORKS was down or did not answer in time. */
    void ended(boolean isTrial, boolean isBadEnd, long now) {
        abandoned(isTrial);
        if (isTrial && !isBadEnd) {
            isOpen = false;
            known = 0;
            bad = 0;
        } else if (isTrial) {
            openUntil = now + config.pause().toNanos();
        } else if (!isOpen) {
            note(isBadEnd);
            if (known == isBad.length && bad >= config.ratio() * known) {
                isOpen = true;
                openUntil = now + config.pause().toNanos();
            }
        }
    }

    private void note(boolean isBadEnd) {
        bad += (isBadEnd ? 1 : 0) - (known == isBad.length && isBad[next] ? 1 : 0);
        isBad[next] = isBadEnd;
        next = (next + 1) % isBad.length;
        known = Math.min(known + 1, isBad.length);
    }
}
