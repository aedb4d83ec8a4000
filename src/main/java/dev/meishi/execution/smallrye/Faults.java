package dev.meishi.execution.smallrye;

import dev.meishi.failure.Failure;
import dev.meishi.failure.Fallible;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the answer for resolvers that failed and for objects that cannot be read: null in the place of each, and
 * an error with its path.
 */
public final class Faults {

    private final List<GraphQLError> errors = new ArrayList<>();

    /**
     * Why an object cannot be read.
     *
     * @param found a value of any type
     * @return null if it can be read, and for whatever is no such object
     */
    public static @Nullable Failure of(@Nullable Object found) {
        return found instanceof Fallible fallible ? fallible.fault() : null;
    }

    /** Whether it is an object that cannot be read, or a list with one. */
    static boolean isIn(@Nullable Object found) {
        return found instanceof List<?> list ? list.stream().anyMatch(entry -> of(entry) != null) : of(found) != null;
    }

    /**
     * Notes a resolver that failed, or an object that cannot be read.
     *
     * @param thrown why
     * @param path where its value is in the answer
     * @param field that it is a value of
     */
    public void add(Throwable thrown, ResultPath path, MergedField field) {
        errors.add(FailureHandler.error(thrown, path, field.getSingleField().getSourceLocation()));
    }

    /**
     * Notes errors that a resolver has beside its value.
     *
     * @param more errors, each with its path
     */
    public void addAll(List<GraphQLError> more) {
        errors.addAll(more);
    }

    /**
     * One error for each resolver that failed and each object that cannot be read.
     *
     * @return in the order in which they were added
     */
    public List<GraphQLError> errors() {
        return errors;
    }

    /**
     * A property as the engine takes it.
     *
     * @param found an object, or a list of them
     * @param environment of the field
     * @return what of it can be read, with errors for the rest
     */
    static @Nullable Object without(@Nullable Object found, DataFetchingEnvironment environment) {
        ResultPath path = environment.getExecutionStepInfo().getPath();
        Faults faults = new Faults();
        if (found instanceof List<?> list) {
            List<@Nullable Object> readable = new ArrayList<>(list.size());
            for (Object entry : list) {
                readable.add(faults.without(entry, path.segment(readable.size()), environment.getMergedField()));
            }
            return faults.result(readable);
        }
        return faults.result(faults.without(found, path, environment.getMergedField()));
    }

    private @Nullable Object without(@Nullable Object found, ResultPath path, MergedField field) {
        Failure fault = of(found);
        if (fault == null) {
            return found;
        }
        add(fault, path, field);
        return null;
    }

    private Object result(@Nullable Object readable) {
        return DataFetcherResult.newResult().data(readable).errors(errors).build();
    }
}
