package dev.meishi.lineworks;

import org.jspecify.annotations.Nullable;

/**
 * The view of LINE WORKS that an answer belongs to. Data that callers share is cached under the view it was requested for,
 * and is shown in no other one.
 *
 * @param application a name for the application that asks, which gives nothing away. It stays the same when a token of
 *     it is renewed
 * @param member whose permissions decide what is seen; null for the application's own, which are all there are with API 1.0
 */
public record View(String application, @Nullable String member) {

    /**
     * What an application sees by its own permissions.
     *
     * @param application a name for it
     * @return its view
     */
    public static View of(String application) {
        return new View(application, null);
    }
}
