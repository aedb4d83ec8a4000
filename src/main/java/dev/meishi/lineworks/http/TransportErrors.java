package dev.meishi.lineworks.http;

import com.fasterxml.jackson.core.JacksonException;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.UnexpectedJson;
import dev.meishi.log.LogThrottle;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns every error before the end of an answer into a {@link Failure}. */
public final class TransportErrors {

    private static final Logger LOG = Logger.getLogger(TransportErrors.class);

    private static final LogThrottle<ErrorCode> THROTTLE = new LogThrottle<>(Duration.ofMinutes(1));

    private TransportErrors() {}

    /**
     * Reads an exception of the REST client.
     *
     * @param thrown what it threw
     * @param deadline the bound that a timeout has passed
     * @return a failure; what is not recognised is an answer that cannot be read, except for errors of the JVM itself
     */
    public static Throwable from(Throwable thrown, Duration deadline) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure) {
                return cause;
            }
            Failure failure = recognise(cause, deadline);
            if (failure != null) {
                return failure;
            }
        }
        if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
            return thrown;
        }
        boolean isOfTheClient = thrown instanceof ProcessingException || thrown instanceof WebApplicationException;
        return invalid(isOfTheClient ? "it is not the expected JSON" : "it is not HTTP", thrown);
    }

    /**
     * A defect of what reads an answer. The log gets to know where it is, and nothing of what its message may quote.
     *
     * @param defect anything that is no failure by itself
     * @return {@code UPSTREAM_INVALID}
     */
    public static Failure unread(RuntimeException defect) {
        if (THROTTLE.isDue(ErrorCode.UPSTREAM_INVALID)) {
            LOG.errorf("An answer of LINE WORKS could not be read: %s", place(defect));
        }
        return invalid("it could not be read", defect);
    }

    /** Its kind and its frames, without its message. */
    private static String place(Throwable defect) {
        StringBuilder text = new StringBuilder(defect.getClass().getName());
        for (StackTraceElement frame : defect.getStackTrace()) {
            text.append(System.lineSeparator()).append("\tat ").append(frame);
        }
        return text.toString();
    }

    /**
     * An answer that breaks the vendor's own rules.
     *
     * @param what which rule, as the end of a sentence
     * @return {@code UPSTREAM_INVALID}
     */
    public static Failure invalid(String what) {
        return invalid(what, null);
    }

    private static Failure invalid(String what, @Nullable Throwable cause) {
        return new Failure(
                ErrorCode.UPSTREAM_INVALID, "LINE WORKS sent an invalid answer: " + what + ".", null, null, cause);
    }

    private static @Nullable Failure recognise(Throwable cause, Duration deadline) {
        if (cause instanceof JacksonException || cause instanceof UnexpectedJson) {
            return invalid("it is not the expected JSON", cause);
        }
        if (cause instanceof java.util.concurrent.TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException) {
            String message = "LINE WORKS did not answer within " + deadline.toMillis() + " ms.";
            return new Failure(ErrorCode.UPSTREAM_TIMEOUT, message, null, null, cause);
        }
        if (cause instanceof IOException
                || cause instanceof VertxException
                || cause instanceof PrematureChannelClosureException) {
            String message =
                    "LINE WORKS could not be reached, or it closed the connection before the end of its answer.";
            return new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, message, null, null, cause);
        }
        return null;
    }
}
