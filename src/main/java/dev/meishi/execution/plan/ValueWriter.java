package dev.meishi.execution.plan;

import dev.meishi.json.JsonBuffer;
import dev.meishi.json.Text;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** Writes the values of one type; section 6.4.3 of the specification. */
abstract sealed class ValueWriter
        permits EnumWriter, ScalarWriter, NonNullWriter, ListWriter, ObjectWriter, InterfaceWriter {

    /**
     * Writes a value in which nothing failed.
     *
     * @throws RuntimeException such as {@link CompletionFailure}, if something did; a part of it may be written
     */
    abstract void write(@Nullable Object value, PlanRun run, JsonBuffer json);

    /** Hands the objects in a value, below which there are resolvers, to the next level of them, in the order in which they are written. */
    void collect(@Nullable Object value, ResolverLevel level, @Nullable ResultPath path) {}

    /** Whether there are resolvers below. */
    boolean hasResolvers() {
        return false;
    }

    /**
     * Writes a value in which something may have failed; what failed is told to the completion.
     *
     * @param value as it was found
     * @param completion of the whole answer
     * @param field that it is a value of
     * @param path where it is in the answer
     * @return false if it is null, written or not: something else is written in its place
     */
    boolean complete(@Nullable Object value, Completion completion, PlannedField field, ResultPath path) {
        if (value == null) {
            return false;
        }
        try {
            write(value, completion.run(), completion.json());
            return true;
        } catch (CompletionFailure why) {
            completion.fail(why, field, path);
            return false;
        }
    }

    /** Whether a {@link Text} is written as it stands. */
    boolean isText() {
        return false;
    }

    /** Whether it is a scalar yes or no. */
    boolean isFlag() {
        return false;
    }

    /** How it is written where it is there. */
    ValueWriter present() {
        return this;
    }

    /** Scalars of a value with lists of one entry. */
    int scalars() {
        return 1;
    }
}
