package dev.meishi.execution;

import dev.meishi.failure.Failure;
import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonParts;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Reservation;

/**
 * The room that one answer has: up to the limit of an answer, and of what all answers together may have. Held from the
 * first byte written until it is closed: when the last byte is sent, or the client is gone.
 */
public final class AnswerRoom implements JsonParts.Room, AutoCloseable {

    /** An answer grows by this part of its length at least, so not byte by byte where memory is scarce. */
    private static final int SCARCE = 8;

    private final Limits limits;
    private final Reservation reservation;

    private AnswerRoom(Limits limits, Reservation reservation) {
        this.limits = limits;
        this.reservation = reservation;
    }

    /**
     * Room for one answer, none of which is taken yet.
     *
     * @param memory that it is part of
     * @param limits for an answer
     * @return to be closed
     */
    public static AnswerRoom of(Memory memory, Limits limits) {
        return new AnswerRoom(limits, memory.of(Account.ANSWERS).open());
    }

    /**
     * Lets an operation be begun, or not.
     *
     * @param estimate of its answer
     * @throws RequestRefused {@code LIMIT_EXCEEDED} if the answer may be larger than any may be, {@code OVERLOADED} if
     *     there is no room for it now
     */
    void admit(Estimate estimate) {
        limits.check(Limit.ANSWER_BYTES, estimate.bytes());
        try {
            reservation.requireRoom(Math.min(estimate.bytes(), most()));
        } catch (Failure overloaded) {
            throw RequestRefused.of(overloaded);
        }
    }

    /**
     * Takes room while an answer is written. The limit is on its JSON, what is reserved is the memory that it has.
     *
     * @throws RequestRefused {@code LIMIT_EXCEEDED} or {@code OVERLOADED}, and nothing is held any more
     */
    @Override
    public int make(int spare, int least, int wanted) {
        long most = most();
        if (least > most) {
            reservation.atMost(0);
            throw limits.exceeded(Limit.ANSWER_BYTES, least);
        }
        int capacity = (int) Math.min(wanted, most);
        if (reservation.tryAtLeast((long) spare + capacity)) {
            return capacity;
        }
        try {
            int scarce = (int) Math.min(least + (long) least / SCARCE, capacity);
            reservation.atLeast((long) spare + scarce);
            return scarce;
        } catch (Failure overloaded) {
            reservation.atMost(0);
            throw RequestRefused.of(overloaded);
        }
    }

    private long most() {
        return limits.isEnforced(Limit.ANSWER_BYTES) ? limits.allowed(Limit.ANSWER_BYTES) : Integer.MAX_VALUE;
    }

    /**
     * Gives back what an answer that is written does not need.
     *
     * @param bytes that it holds
     */
    public void settle(int bytes) {
        reservation.atMost(bytes);
    }

    /** The answer is sent, or the client is gone. */
    @Override
    public void close() {
        reservation.close();
    }
}
