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
        super(message, cause, false, false);
        this.code = code;
        this.upstreamCode = upstreamCode;
        this.retryAfter = retryAfter;
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
