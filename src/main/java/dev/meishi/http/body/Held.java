package dev.meishi.http.body;

import dev.meishi.execution.AnswerRoom;
import dev.meishi.execution.Execution;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.memory.Account;
import dev.meishi.memory.Budget;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Reservation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a request holds: what its client sent, and its answer. It is released when the last byte of the answer
 * is sent, or the connection is gone.
 */
public final class Held implements AutoCloseable {

    /** Heap of what stands between the quotes, brackets and commas of JSON, once it is read: what the JDK's collections take. */
    private static final int BYTES_A_LIST = 32;

    private static final int BYTES_AN_OBJECT = 64;
    private static final int BYTES_A_MEMBER = 140;
    private static final int BYTES_AN_ENTRY = 40;

    private static final int SOCKETS_THAT_FILL_IT = 8;

    private final Budget answers;
    private final Reservation sent;
    private final AnswerRoom answer;

    /** While it is under way: its result must not be held by a connection that only waits for its next request. */
    private volatile @Nullable Execution execution;

    private volatile boolean isClosed;

    /** Where each request has its own from. */
    @Singleton
    public static final class Holding {

        private final Memory memory;
        private final Limits limits;

        Holding(Memory memory, Limits limits) {
            this.memory = memory;
            this.limits = limits;
        }

        /**
         * For a message that came otherwise than by a request.
         *
         * @return to be closed
         */
        public Held open() {
            return new Held(
                    memory.of(Account.ANSWERS), memory.of(Account.BODIES).open(), AnswerRoom.of(memory, limits));
        }

        /**
         * For a request, under whose context it is found again.
         *
         * @param context of the request
         * @return to be closed
         */
        public Held open(RoutingContext context) {
            Held held = open();
            context.put(Held.class.getName(), held);
            return held;
        }
    }

    private Held(Budget answers, Reservation sent, AnswerRoom answer) {
        this.answers = answers;
        this.sent = sent;
        this.answer = answer;
    }

    /**
     * That of a request.
     *
     * @param context of the request
     * @return what was opened for it
     */
    public static Held of(RoutingContext context) {
        return Objects.requireNonNull(context.get(Held.class.getName()));
    }

    /**
     * Closes that of a request, if it has one.
     *
     * @param context of the request
     */
    public static void close(RoutingContext context) {
        @Nullable Held held = context.get(Held.class.getName());
        if (held != null) {
            held.close();
        }
    }

    /**
     * Reserves memory for what has been sent so far: twice that, as the buffer doubles when it is full.
     *
     * @throws RequestRefused {@code OVERLOADED}
     */
    void sent(int bytes) {
        hold(2L * bytes);
    }

    /**
     * What was sent is about to be parsed: from now on what results from it is held, until the operation is over.
     *
     * @param json all that was sent
     * @throws RequestRefused {@code OVERLOADED}
     */
    public void read(byte[] json) {
        hold(weight(json));
    }

    private void hold(long bytes) {
        try {
            sent.atLeast(bytes);
        } catch (Failure overloaded) {
            throw RequestRefused.of(overloaded);
        }
    }

    /** Heap of JSON once it is read: a byte may stand for thirty. */
    private static long weight(byte[] json) {
        long weight = 2L * json.length;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '"' -> i = textEnd(json, i + 1);
                case '[' -> weight += BYTES_A_LIST;
                case '{' -> weight += BYTES_AN_OBJECT;
                case ':' -> weight += BYTES_A_MEMBER;
                case ',' -> weight += BYTES_AN_ENTRY;
                default -> {}
            }
        }
        return weight;
    }

    /** Where the quote is that ends a text, or beyond the end. */
    private static int textEnd(byte[] json, int begin) {
        int i = begin;
        while (i < json.length && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    /**
     * Refuses another operation to a client that has too much unread: one socket may hold an eighth of what all answers
     * may have.
     *
     * @param unread bytes
     * @throws RequestRefused {@code OVERLOADED}
     */
    public void requireReading(long unread) {
        long max = answers.allowedToLarge() / SOCKETS_THAT_FILL_IT;
        if (unread > max) {
            throw RequestRefused.of(new Failure(
                    ErrorCode.OVERLOADED,
                    String.format(
                            Locale.ROOT,
                            "The WebSocket has %,d bytes of unread answers, the maximum is %,d"
                                    + " (an eighth of the part of meishi.memory.answers for large answers). Read them first.",
                            unread,
                            max),
                    null,
                    Duration.ofSeconds(1),
                    null));
        }
    }

    /**
     * An operation was begun, which is abandoned if the connection is gone before it is over.
     *
     * @param begun the operation
     */
    public void began(Execution begun) {
        execution = begun;
        if (isClosed) {
            begun.abandon();
        }
    }

    /** The operation is over. */
    public void ended() {
        execution = null;
    }

    /**
     * For the answer.
     *
     * @return where the answer reserves what it takes
     */
    public AnswerRoom answer() {
        return answer;
    }

    @Override
    public void close() {
        isClosed = true;
        Execution underWay = execution;
        execution = null;
        if (underWay != null) {
            underWay.abandon();
        }
        sent.close();
        answer.close();
    }
}
