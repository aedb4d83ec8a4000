package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.Fixed;
import dev.meishi.execution.plan.PlannedField.Introspected;
import dev.meishi.execution.plan.PlannedField.Property;
import dev.meishi.execution.smallrye.Faults;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonBuffer;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer in which something failed, as section 6.4.4 of the specification has it: null in the place of the field,
 * or of the nearest field around it that may be null, and one error for each field that failed, with its path. Objects
 * in lists in which nothing failed are written in the same way as in any other answer.
 */
final class Completion {

    private final PlanRun run;
    private final JsonBuffer json;
    private final Faults faults = new Faults();

    /** Paths of the errors: a field has one. */
    private final Set<ResultPath> failed = new HashSet<>();

    private Completion(PlanRun run, JsonBuffer json) {
        this.run = run;
        this.json = json;
    }

    /**
     * Writes the operation's fields.
     *
     * @param root the fields
     * @param object that they belong to
     * @param run that has the results of all resolvers
     * @param json that they are written to
     * @return one error for each field that failed
     */
    static List<GraphQLError> write(FieldsWriter root, Object object, PlanRun run, JsonBuffer json) {
        Completion completion = new Completion(run, json);
        int begin = json.length();
        if (!root.complete(object, completion, ResultPath.rootPath())) {
            json.cut(begin);
            json.none();
        }
        return completion.faults.errors();
    }

    PlanRun run() {
        return run;
    }

    JsonBuffer json() {
        return json;
    }

    /**
     * Writes the value of a field.
     *
     * @return false if it is null and must not be
     */
    boolean field(PlannedField field, Object object, ResultPath path) {
        if (field.source() instanceof Fixed fixed) {
            json.raw(fixed.json());
            return true;
        }
        if (field.source() instanceof Introspected introspected) {
            json.raw(introspected.json());
            return true;
        }
        Object found = field.source() instanceof Property property
                ? read(property, object, field, path)
                : data(run.outcome(PlanRun.slot(field)), field, path);
        return value(field.value(), found, field, path);
    }

    /**
     * Writes an entry of a list.
     *
     * @return false if it is null and must not be
     */
    boolean entry(ValueWriter writer, @Nullable Object found, PlannedField field, ResultPath path) {
        return isWritten(writer, found) || value(writer, found, field, path);
    }

    private boolean isWritten(ValueWriter writer, @Nullable Object found) {
        int begin = json.length();
        int[] places = writer.hasResolvers() ? run.places() : null;
        try {
            writer.write(found, run, json);
            return true;
        } catch (RequestRefused noRoom) {
            throw noRoom;
        } catch (RuntimeException somethingFailed) {
            json.cut(begin);
            if (places != null) {
                run.goBack(places);
            }
            return false;
        }
    }

    private boolean value(ValueWriter writer, @Nullable Object found, PlannedField field, ResultPath path) {
        int begin = json.length();
        if (writer.complete(found, this, field, path)) {
            return true;
        }
        if (writer instanceof NonNullWriter) {
            return false;
        }
        json.cut(begin);
        json.none();
        return true;
    }

    private @Nullable Object read(Property property, Object object, PlannedField field, ResultPath path) {
        try {
            return property.reader().read(object);
        } catch (RuntimeException thrown) {
            fail(thrown, field, path);
            return null;
        }
    }

    /** The value that a resolver has, or what there is of it. */
    private @Nullable Object data(@Nullable Object outcome, PlannedField field, ResultPath path) {
        if (!(outcome instanceof Incomplete part)) {
            return outcome;
        }
        Throwable thrown = part.thrown();
        if (thrown != null) {
            fail(thrown, field, path);
        }
        for (GraphQLError error : part.errors()) {
            failed.add(error.getPath() == null ? path : ResultPath.fromList(error.getPath()));
        }
        faults.addAll(part.errors());
        return part.data();
    }

    /** Null was found where it must not be; that it is said once is enough. */
    void foundNull(PlannedField field, ResultPath path) {
        if (!failed.contains(path)) {
            fail(new CompletionFailure("null where the schema promises a value"), field, path);
        }
    }

    /** Notes why a field or an entry of its list has no value. */
    void fail(Throwable why, PlannedField field, ResultPath path) {
        failed.add(path);
        faults.add(why, path, field.merged());
    }
}
