package dev.meishi.lineworks.oauth;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * For how long no token is asked for, so that a wrong key or a token that is rejected each time does not become a call for
 * each query. Times are nanoseconds of one clock that never goes back.
 */
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(1);

    private static final int LONGEST_SECONDS = 32;

    /** Tokens of such a life were accepted, whatever happened to them then. */
    private static final long LIVED = Duration.ofMinutes(1).toNanos();

    /** Tokens that may be rejected one soon after the other without a pause. */
    private static final int FREE = 5;

    private int failures;
    private int rejections;
    private @Nullable Failure last;
    private long until;

    /** What everybody fails with who needs a token now; null if one may be asked for. */
    synchronized @Nullable Failure failure(long now) {
        if (last == null) {
            return null;
        }
        long left = until - now;
        if (left <= 0) {
            return null;
        }
        return !last.isRetryable()
                ? last
                : last.retryAfter(Duration.ofSeconds(1 + Duration.ofNanos(left).toSeconds()));
    }

    /** A token was not issued. */
    synchronized Failure failed(Throwable thrown, long now) {
        Failure failure = thrown instanceof Failure known
                ? known
                : new Failure(ErrorCode.UPSTREAM_INVALID, "A token of LINE WORKS could not be asked for.");
        pause(failure, failures++, now);
        return failure;
    }

    /** A token was issued. */
    synchronized void issued() {
        failures = 0;
        last = null;
    }

    /** A token was rejected. */
    synchronized void rejected(AccessToken token, long now) {
        rejections = now - token.since() >= LIVED ? 1 : rejections + 1;
        if (rejections > FREE) {
            Failure failure = new Failure(
                    ErrorCode.UPSTREAM_UNAUTHORIZED,
                    "LINE WORKS rejects every access token that its token endpoint issues. Check that"
                            + " meishi.upstream.url and meishi.upstream.token-url are of the same environment.");
            pause(failure, rejections - FREE - 1, now);
        }
    }

    /** As if nothing had been refused or rejected yet. */
    synchronized void forget() {
        failures = 0;
        rejections = 0;
        last = null;
    }

    private void pause(Failure failure, int before, long now) {
        last = failure;
        Duration wait = failure.retryAfter();
        long seconds = Math.min(LONGEST_SECONDS, FIRST.toSeconds() << Math.min(before, 10));
        until = now + (wait == null ? Duration.ofSeconds(seconds) : wait).toNanos();
    }
}
