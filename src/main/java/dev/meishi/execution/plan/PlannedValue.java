package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.Faults;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.Text;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written; section 6.4.3 of the specification, without its errors. */
abstract sealed class PlannedValue
        permits PlannedConstant, PlannedScalar, PlannedNonNull, PlannedList, PlannedSingle, PlannedInterface {

    /**
     * Writes a value.
     *
     * @throws Unplanned where its completion ends in an error
     */
    abstract void write(@Nullable Object value, PlanRun run, JsonBuffer json);

    /** Hands the objects in a value, below which there are resolvers, to the next level of them, in the order in which they are written. */
    void collect(@Nullable Object value, Level level, @Nullable ResultPath path) {}

    /** Whether there are resolvers below. */
    boolean hasResolvers() {
        return false;
    }

    /** Whether it may be, or have below it, an object that cannot be read, or has a resolver below it, which may fail. */
    boolean isFallible() {
        return false;
    }

    /** Finds the objects that cannot be read and the resolvers that failed; all that it asks of a run is asked in the order in which it was written. */
    void collect(@Nullable Object value, Faults faults, PlanRun run, ResultPath path, MergedField field) {}

    /** Whether a {@link Text} is written as it stands. */
    boolean isText() {
        return false;
    }

    /** Whether it is a scalar yes or no. */
    boolean isFlag() {
        return false;
    }

    /** How it is written where it is there. */
    PlannedValue present() {
        return this;
    }

    /** Scalars of a value with lists of one entry. */
    int scalars() {
        return 1;
    }
}
