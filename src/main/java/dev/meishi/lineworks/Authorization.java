package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import io.smallrye.mutiny.Uni;

/**
 * The permission to call LINE WORKS, asked for a call at a time: it may be the same for ever, or be renewed as often as it
 * expires. Whose it is, and hence what is cached, does not change with it; see {@link View}.
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
     * @return whether another one can be had, so that the call is worth repeating
     */
    boolean rejected(Secret header);
}
