package dev.meishi.execution.plan;

import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resolvers that can be called at one time, each for all of its objects. */
final class ResolverLevel {

    private final PlanRun run;
    private final List<FieldResults> fields = new ArrayList<>(4);

    ResolverLevel(PlanRun run) {
        this.run = run;
    }

    /**
     * One more object that a resolver is to be called for.
     *
     * @param path of the field in the answer; null where no resolver asks for it
     */
    void add(PlannedField field, Object object, @Nullable ResultPath path) {
        FieldResults known = run.results(field);
        if (known == null) {
            known = run.begin(field);
            fields.add(known);
        }
        known.add(object, path);
    }

    List<FieldResults> fields() {
        return fields;
    }
}
