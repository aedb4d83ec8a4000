package dev.meishi.execution;

import dev.meishi.failure.Failure;
import dev.meishi.failure.Fallible;
import dev.meishi.graphql.CodedError;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the answer for resolvers that failed and for objects that cannot be read: null in the place of each, and
 * an error with its path.
 */
final class Faults {

    private final List<GraphQLError> errors = new ArrayList<>();

    /** Why an object cannot be read; null if it can, and for whatever is no such object. */
    static @Nullable Failure of(@Nullable Object found) {
        return found instanceof Fallible fallible ? fallible.fault() : null;
    }

    /** Whether it is an object that cannot be read, or a list with one. */
    static boolean isIn(@Nullable Object found) {
        return found instanceof List<?> list ? list.stream().anyMatch(entry -> of(entry) != null) : of(found) != null;
    }

    /** An object that cannot be read stands here. */
    void add(Failure fault, ResultPath path, MergedField field) {
        FailureHandler.note(fault, path);
        SourceLocation location = field.getSingleField().getSourceLocation();
        errors.add(CodedError.of(fault, path, location));
    }

    /**
     * The value of a field with a resolver; an error stands here if the resolver failed.
     *
     * @param outcome of the resolver for one object
     * @param path of the field
     * @param field its selections
     * @return the value, or what there is of it
     */
    @Nullable
    Object data(@Nullable Object outcome, ResultPath path, MergedField field) {
        if (!(outcome instanceof Incomplete part)) {
            return outcome;
        }
        Throwable thrown = part.thrown();
        if (thrown != null) {
            errors.add(FailureHandler.error(thrown, path, field.getSingleField().getSourceLocation()));
        }
        errors.addAll(part.errors());
        return part.data();
    }

    /** In the order of the answer. */
    List<GraphQLError> errors() {
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
