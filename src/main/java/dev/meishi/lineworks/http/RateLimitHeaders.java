package dev.meishi.lineworks.http;

import dev.meishi.quota.RateLimitInfo;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The headers in which LINE WORKS reports the quota. They are documented for API 2.0; whether API 1.0 sends them is not
 * known. What cannot be read counts as not sent.
 */
public final class RateLimitHeaders {

    /** The vendor's limits count by the minute, so no wait beyond it can be meant. */
    private static final long LONGEST_WAIT_SECONDS = 60;

    private RateLimitHeaders() {}

    /**
     * What an answer says of the quota.
     *
     * @param response of LINE WORKS
     * @return each of the three as far as it was sent and can be read
     */
    public static RateLimitInfo of(RestResponse<?> response) {
        return new RateLimitInfo(
                count(response.getHeaderString("rateLimit-limit")),
                count(response.getHeaderString("rateLimit-remaining")),
                seconds(response.getHeaderString("rateLimit-reset")).orElse(null));
    }

    /**
     * A wait in whole seconds.
     *
     * @param header its value; null if it was not sent
     * @return a minute at most; empty if it cannot be read
     */
    public static Optional<Duration> seconds(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            long seconds = Long.parseLong(header.trim());
            return seconds < 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS)));
        } catch (NumberFormatException notSeconds) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer count(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            int count = Integer.parseInt(header.trim());
            return count < 0 ? null : count;
        } catch (NumberFormatException notACount) {
            return null;
        }
    }
}
