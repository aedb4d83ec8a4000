package dev.meishi.lineworks.probe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The permission to call that was obtained.
 *
 * @param asked scopes that were asked for, separated by blanks; null where the API has none
 * @param scope scopes that were granted; null if the answer does not say
 * @param life for how long; null if it does not end
 */
public record Granted(
        @Nullable String asked,
        @Nullable String scope,
        @Nullable Duration life) {

    /** Of an API whose credentials are sent as they are. */
    public static final Granted AS_CONFIGURED = new Granted(null, null, null);
}
