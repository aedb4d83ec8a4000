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
    private final String summary;

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
        this(code, message, upstreamCode, retryAfter, cause, message);
    }

    private Failure(
            ErrorCode code,
            String message,
            @Nullable String upstreamCode,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause,
            String summary) {
        super(message, cause, false, false);
        this.code = code;
        this.upstreamCode = upstreamCode;
        this.retryAfter = retryAfter;
        this.summary = summary;
    }

    /**
     * The same failure with another message, for the caller alone: it may quote what LINE WORKS wrote.
     *
     * @param words the message
     * @return a failure whose summary is the one of this
     */
    public Failure worded(String words) {
        return new Failure(code, words, upstreamCode, retryAfter, getCause(), summary);
    }

    /**
     * The same failure with a time to come back.
     *
     * @param wait how long to wait before asking again
     * @return a failure that says so
     */
    public Failure retryAfter(Duration wait) {
        return new Failure(code, String.valueOf(getMessage()), upstreamCode, wait, getCause(), summary);
    }

    /**
     * What may stand in a log.
     *
     * @return the message without anything that LINE WORKS wrote
     */
    public String summary() {
        return summary;
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
}
