package dev.meishi.lineworks;

import org.jspecify.annotations.Nullable;

/**
 * A member, organization or group as LINE WORKS lists it.
 *
 * @param id opaque; null or empty if it was sent without one
 * @param name as it is shown
 * @param email its address, by which contacts may name it too
 */
public record UpstreamMember(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email) {}
