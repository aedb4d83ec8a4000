package dev.meishi.lineworks;

import org.jspecify.annotations.Nullable;

/**
 * A tag as LINE WORKS has it.
 *
 * @param id opaque; null or empty if it was sent without one
 * @param name what members call it
 * @param kind whose it is
 * @param kindSent as it was sent
 * @param userId its creator; only of a member's own tag, and not always then
 */
public record UpstreamTag(
        @Nullable String id,
        @Nullable String name,
        Kind.Tag kind,
        @Nullable String kindSent,
        @Nullable String userId) {}
