package dev.meishi.lineworks;

import org.jspecify.annotations.Nullable;

/**
 * Whose view of LINE WORKS it is. Whatever is shared between callers is cached under the view by which it was asked for, and
 * shown in no other one.
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
