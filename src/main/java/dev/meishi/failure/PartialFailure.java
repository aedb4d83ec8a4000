package dev.meishi.failure;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a resolver that is called once for many objects, of which only some failed: an object's result must not
 * depend on the others.
 */
public final class PartialFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<@Nullable Object> outcomes;

    /**
     * Some have a value, some fail.
     *
     * @param outcomes of each object in order: its value, or what it ends with
     */
    public PartialFailure(List<@Nullable Object> outcomes) {
        super("A part of " + outcomes.size() + " failed", null, false, false);
        this.outcomes = outcomes;
    }

    /**
     * The outcome of one object of a batch.
     *
     * @param all the values of a batch; null if it failed
     * @param thrown what it failed with; null if it did not
     * @param place of the object
     * @return its value, or a throwable that it ends with
     */
    public static @Nullable Object outcome(
            @Nullable List<? extends @Nullable Object> all, @Nullable Throwable thrown, int place) {
        if (all != null) {
            return all.get(place);
        }
        Throwable cause = thrown instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
        return cause instanceof PartialFailure partial ? partial.outcomes.get(place) : cause;
    }

    /**
     * The outcomes.
     *
     * @return in order, its value, or a throwable that it ends with
     */
    public List<@Nullable Object> outcomes() {
        return outcomes;
    }
}
