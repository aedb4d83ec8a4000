package dev.meishi.execution.plan;

import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resolvers that can be called at one time, each for all of its objects. */
final class Level {

    private final PlanRun run;
    private final List<Resolved> fields = new ArrayList<>(4);

    Level(PlanRun run) {
        this.run = run;
    }

    /**
     * One more object that a resolver is to be called for.
     *
     * @param path of the field in the answer; null where no resolver asks for it
     */
    void add(PlannedField field, Object object, @Nullable ResultPath path) {
        Resolved known = run.resolved(field);
        if (known == null) {
            known = run.begin(field);
            fields.add(known);
        }
        known.add(object, path);
    }

    List<Resolved> fields() {
        return fields;
    }
}
