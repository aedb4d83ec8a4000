package dev.meishi.http;

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
 * The memory that a request holds: what its caller sent, and its answer. Given back when the last byte of the answer is
 * taken, or the connection is gone.
 */
final class Held implements AutoCloseable {

    /** Heap of what stands between the quotes, brackets and commas of JSON, once it is read: what the JDK's collections take. */
    private static final int BYTES_A_LIST = 32;

    private static final int BYTES_AN_OBJECT = 64;
    private static final int BYTES_A_MEMBER = 140;
    private static final int BYTES_AN_ENTRY = 40;

    private static final int SOCKETS_THAT_FILL_IT = 8;

    private final Budget answers;
    private final Reservation sent;
    private final AnswerRoom answer;

    /** While it is under way: what it came to is not to be held by a connection that only waits for its next request. */
    private volatile @Nullable Execution execution;

    private volatile boolean isClosed;

    /** Where each request has its own from. */
    @Singleton
    static final class Holding {

        private final Memory memory;
        private final Limits limits;

        Holding(Memory memory, Limits limits) {
            this.memory = memory;
            this.limits = limits;
        }

        /** For a message that came otherwise than by a request. */
        Held open() {
            return new Held(
                    memory.of(Account.ANSWERS), memory.of(Account.BODIES).open(), AnswerRoom.of(memory, limits));
        }

        /** For a request, under whose context it is found again. */
        Held open(RoutingContext context) {
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

    /** That of a request. */
    static Held of(RoutingContext context) {
        return Objects.requireNonNull(context.get(Held.class.getName()));
    }

    /** Ends that of a request, if it has one. */
    static void close(RoutingContext context) {
        @Nullable Held held = context.get(Held.class.getName());
        if (held != null) {
            held.close();
        }
    }

    /**
     * So much was sent so far; twice that is held, as what it is gathered in is doubled when it is full.
     *
     * @throws RequestRefused {@code OVERLOADED}
     */
    void sent(int bytes) {
        hold(2L * bytes);
    }

    /**
     * What was sent is about to be read: from now on what comes of it is held, until the operation is over.
     *
     * @throws RequestRefused {@code OVERLOADED}
     */
    void read(byte[] json) {
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
        boolean isText = false;
        for (int i = 0; i < json.length; i++) {
            byte sign = json[i];
            if (sign == '"') {
                isText = !isText;
            } else if (isText) {
                i += sign == '\\' ? 1 : 0;
            } else {
                weight += switch (sign) {
                    case '[' -> BYTES_A_LIST;
                    case '{' -> BYTES_AN_OBJECT;
                    case ':' -> BYTES_A_MEMBER;
                    case ',' -> BYTES_AN_ENTRY;
                    default -> 0;
                };
            }
        }
        return weight;
    }

    /**
     * Lets who has not read so much begin another operation, or not: an eighth of what all answers may have is one
     * socket's.
     *
     * @param unread bytes
     * @throws RequestRefused {@code OVERLOADED}
     */
    void requireReading(long unread) {
        long most = answers.allowedToLarge() / SOCKETS_THAT_FILL_IT;
        if (unread > most) {
            throw RequestRefused.of(new Failure(
                    ErrorCode.OVERLOADED,
                    String.format(
                            Locale.ROOT,
                            "The socket has %,d bytes of answers that are not read, allowed are %,d"
                                    + " (an eighth of what meishi.memory.answers leaves to large ones): read them first.",
                            unread,
                            most),
                    null,
                    Duration.ofSeconds(1),
                    null));
        }
    }

    /** An operation was begun, which is abandoned if the connection is gone before it is over. */
    void began(Execution begun) {
        execution = begun;
        if (isClosed) {
            begun.abandon();
        }
    }

    /** The operation came to something. */
    void ended() {
        execution = null;
    }

    /** For the answer. */
    AnswerRoom answer() {
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
