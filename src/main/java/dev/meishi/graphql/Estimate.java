package dev.meishi.graphql;

/**
 * How large the answer to an operation may be, before it is executed.
 *
 * @param objects that it may hold
 * @param bytes that it may have, about: with names as long as they are and values as long as they mostly are
 */
public record Estimate(long objects, long bytes) {

    /** Of an operation that is not held against the limits. */
    public static final Estimate NONE = new Estimate(0, 0);
}
