package dev.meishi.quota;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of LINE WORKS says about the quota; each part may be missing. Other processes of the tenant use the
 * same quota, and only answers show their use.
 *
 * @param limit calls a minute
 * @param remaining calls left of this minute
 * @param reset until the next minute starts
 */
public record RateLimitInfo(
        @Nullable Integer limit,
        @Nullable Integer remaining,
        @Nullable Duration reset) {

    /** Of an answer that says nothing. */
    public static final RateLimitInfo UNKNOWN = new RateLimitInfo(null, null, null);
}
