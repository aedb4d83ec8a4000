package dev.meishi.failure;

import org.jspecify.annotations.Nullable;

/** An object of the graph that may be known to be there and yet not be readable: null stands in its place, with an error. */
public interface Fallible {

    /**
     * Why it is not readable.
     *
     * @return null if it is
     */
    @Nullable
    Failure fault();
}
