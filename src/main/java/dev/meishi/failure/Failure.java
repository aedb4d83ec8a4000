package dev.meishi.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something expected went wrong; the message is written for the caller and safe to show. It has no stack trace: the code
 * and the message say all there is to say.
 */
public final class Failure extends RuntimeException {

    private final ErrorCode code;
    private final @Nullable String upstreamCode;
    private final @Nullable Duration retryAfter;
    private final Details details;

    /**
     * What may be other than its code and message say.
     *
     * @param summary what may stand in a log
     * @param isRetryable whether the same request may succeed later
     * @param node global id of the object that failed; null where there is none or it is unknown
     * @param status of the HTTP response that was the cause; 0 where there was none
     */
    private record Details(
            String summary, boolean isRetryable, @Nullable String node, int status) {}

    /**
     * A failure the gateway found by itself.
     *
     * @param code its kind
     * @param message what was wrong, what was found and what to do
     */
    public Failure(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    /**
     * A failure that LINE WORKS reported or caused.
     *
     * @param code its kind
     * @param message what happened, without any credential
     * @param upstreamCode the vendor's own code, verbatim, where there was one
     * @param retryAfter how long to wait before asking again, where known
     * @param cause for the log only; null when the vendor's answer was the cause
     */
    public Failure(
            ErrorCode code,
            String message,
            @Nullable String upstreamCode,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        this(code, message, upstreamCode, retryAfter, cause, new Details(message, code.isRetryable(), null, 0));
    }

    private Failure(
            ErrorCode code,
            String message,
            @Nullable String upstreamCode,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause,
            Details details) {
        super(message, cause, false, false);
        this.code = code;
        this.upstreamCode = upstreamCode;
        this.retryAfter = retryAfter;
        this.details = details;
    }

    /**
     * The same failure with another message, for the caller alone: it may quote what LINE WORKS wrote.
     *
     * @param words the message
     * @return a failure whose summary is the one of this
     */
    public Failure worded(String words) {
        return new Failure(code, words, upstreamCode, retryAfter, getCause(), details);
    }

    /**
     * The same failure with the status that LINE WORKS answered.
     *
     * @param status of HTTP
     * @return a failure that knows it
     */
    public Failure answered(int status) {
        Details now = new Details(details.summary(), details.isRetryable(), details.node(), status);
        return new Failure(code, String.valueOf(getMessage()), upstreamCode, retryAfter, getCause(), now);
    }

    /**
     * The same failure with a time to come back.
     *
     * @param wait how long to wait before asking again
     * @return a failure that says so
     */
    public Failure retryAfter(Duration wait) {
        return new Failure(code, String.valueOf(getMessage()), upstreamCode, wait, getCause(), details);
    }

    /**
     * What may stand in a log.
     *
     * @return the message without anything that LINE WORKS wrote
     */
    public String summary() {
        return details.summary();
    }

    /** What a log shows of it: nothing that LINE WORKS wrote, and no value of an argument, which a refusal of it may quote. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // The message is for the caller.
    public String toString() {
        return code == ErrorCode.INVALID_ARGUMENT || code == ErrorCode.BAD_REQUEST
                ? code.name()
                : code + ": " + summary();
    }

    /**
     * A failure of one object that LINE WORKS sent: it fails again for as long as LINE WORKS sends the same.
     *
     * @param message what was wrong with it, without any value of it
     * @param node global id of the object; null where that is unknown
     * @return {@code UPSTREAM_INVALID}, not retryable
     */
    public static Failure ofObject(String message, @Nullable String node) {
        return new Failure(ErrorCode.UPSTREAM_INVALID, message, null, null, null, new Details(message, false, node, 0));
    }

    /**
     * Whether LINE WORKS does not give something now, as opposed to refusing it: what is cached may then be served.
     *
     * @param thrown whatever went wrong
     * @return false also for what is no {@code Failure}
     */
    public static boolean isUpstreamDown(Throwable thrown) {
        return thrown instanceof Failure failure
                && switch (failure.code) {
                    case UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT, UPSTREAM_INVALID, UPSTREAM_RATE_LIMITED, OVERLOADED ->
                        true;
                    default -> false;
                };
    }

    /**
     * The kind of failure.
     *
     * @return one of the closed set
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * The vendor's own code.
     *
     * @return verbatim, null where there was none
     */
    public @Nullable String upstreamCode() {
        return upstreamCode;
    }

    /**
     * How long to wait before asking again.
     *
     * @return null where not known
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Whether the same request may succeed later without any change to it.
     *
     * @return as its code says, except for what is wrong with one object
     */
    public boolean isRetryable() {
        return details.isRetryable();
    }

    /**
     * With which status of HTTP LINE WORKS answered.
     *
     * @return 0 where no error status was the cause
     */
    public int status() {
        return details.status();
    }

    /**
     * Which object failed.
     *
     * @return its global id; null where there is none or it is unknown
     */
    public @Nullable String node() {
        return details.node();
    }
}
