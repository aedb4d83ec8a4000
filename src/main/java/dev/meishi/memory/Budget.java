package dev.meishi.memory;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bytes that one {@link Account} has and may have. What many hold at once is reserved here first, and refused where
 * there is no room. A quarter is for small reservations alone, where the account knows such: a thousand clients that hold
 * as much as they can leave room for one that wants little.
 */
public final class Budget {

    /** The time that a refused client has to wait: as long as a client that reads nothing is tolerated while others need room. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Account account;
    private final long allowed;
    private final long allowedToLarge;
    private final AtomicLong used = new AtomicLong();
    private final LongAdder refused = new LongAdder();
    private volatile Runnable makeRoom = () -> {};

    Budget(Account account, long allowed) {
        this.account = account;
        this.allowed = allowed;
        this.allowedToLarge = account.small() == 0 ? allowed : allowed - allowed / 4;
    }

    /**
     * Begins to reserve.
     *
     * @return nothing yet
     */
    public Reservation open() {
        return new Reservation(this);
    }

    /**
     * How much may be reserved.
     *
     * @return bytes
     */
    public long allowed() {
        return allowed;
    }

    /**
     * How much may be reserved by what is not small.
     *
     * @return bytes, at most {@link #allowed()}
     */
    public long allowedToLarge() {
        return allowedToLarge;
    }

    /**
     * How much is reserved.
     *
     * @return bytes
     */
    public long used() {
        return used.get();
    }

    /**
     * What is to be done where there was no room: somebody else may hold what nobody needs.
     *
     * @param makeRoom called when a reservation is refused; must not block
     */
    public void whenRefused(Runnable makeRoom) {
        this.makeRoom = makeRoom;
    }

    /** How often there was no room. */
    long refused() {
        return refused.sum();
    }

    /** Enlarges a reservation to this many bytes in all; false if there is no room. */
    boolean take(long more, long inAll) {
        if (used.addAndGet(more) <= allowed(inAll)) {
            return true;
        }
        used.addAndGet(-more);
        return false;
    }

    /** Whether more could be taken now. */
    boolean hasRoom(long more, long inAll) {
        return used.get() + more <= allowed(inAll);
    }

    private long allowed(long inAll) {
        return inAll <= account.small() ? allowed : allowedToLarge;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** What a reservation fails with. */
    Failure refusal(long inAll) {
        refused.increment();
        makeRoom.run();
        String text = String.format(
                Locale.ROOT,
                "The gateway has no memory for this now: it needs %,d bytes of %s, and %,d of %,d are in use (%s)."
                        + " Send the request again later, or request less.",
                inAll,
                account.label().replace('_', ' '),
                used(),
                allowed(inAll),
                account.setting());
        return new Failure(ErrorCode.OVERLOADED, text, null, RETRY_AFTER, null);
    }
}
