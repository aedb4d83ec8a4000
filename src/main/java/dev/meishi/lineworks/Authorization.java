package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import io.smallrye.mutiny.Uni;

/**
 * The permission to call LINE WORKS. Each call asks for it, so it may stay the same or be renewed when it expires. A renewed
 * one has the same view, so nothing that is cached is lost; see {@link View}.
 */
public interface Authorization {

    /**
     * What one call sends as {@code Authorization}.
     *
     * @return the header's value, which may take a while to get; fails with {@link dev.meishi.failure.Failure}
     */
    Uni<Secret> header();

    /**
     * LINE WORKS has rejected a header. Calls under way at the same time may say so of the same one.
     *
     * @param header as it was given
     * @return whether another one can be had, so that the call is worth repeating; never fails
     */
    Uni<Boolean> rejected(Secret header);
}
