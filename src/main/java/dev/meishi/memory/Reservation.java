package dev.meishi.memory;

import dev.meishi.failure.Failure;

/** The bytes that one thing holds of a {@link Budget}. For any thread; ends once, and holds nothing from then on. */
public final class Reservation implements AutoCloseable {

    private final Budget budget;
    private long held;
    private boolean isClosed;

    Reservation(Budget budget) {
        this.budget = budget;
    }

    /**
     * Holds at least this number of bytes in all from now on.
     *
     * @param bytes all of them
     * @throws Failure {@code OVERLOADED} if there is no room for them, or nobody is left to hold them for
     */
    public synchronized void atLeast(long bytes) {
        if (!tryAtLeast(bytes)) {
            throw budget.refusal(bytes);
        }
    }

    /**
     * The same without a failure.
     *
     * @param bytes all of them
     * @return false if there is no room for them; what was held before is held on
     */
    public synchronized boolean tryAtLeast(long bytes) {
        if (bytes > held) {
            if (isClosed || !budget.take(bytes - held, bytes)) {
                return false;
            }
            held = bytes;
        }
        return true;
    }

    /**
     * Checks before the work whether there is room for its result; reserves nothing more.
     *
     * @param bytes all of them
     * @throws Failure {@code OVERLOADED} if there is none now
     */
    public synchronized void requireRoom(long bytes) {
        if (bytes > held && !budget.hasRoom(bytes - held, bytes)) {
            throw budget.refusal(bytes);
        }
    }

    /**
     * Gives back what is beyond this number of bytes.
     *
     * @param bytes all that are still held
     */
    public synchronized void atMost(long bytes) {
        if (bytes < held) {
            budget.giveBack(held - bytes);
            held = bytes;
        }
    }

    /** Gives all of it back, once however often it is called. */
    @Override
    public synchronized void close() {
        atMost(0);
        isClosed = true;
    }
}
