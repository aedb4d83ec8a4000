package dev.meishi.graphql;

import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one operation costs: estimated once for all requests whose variables make no difference to it. */
final class Costs {

    /** Ways in which they do make one; what is beyond them is estimated each time. */
    static final int MOST_KEPT = 8;

    private final List<Known> known = new CopyOnWriteArrayList<>();

    private record Known(Map<String, Object> values, Estimate estimate) {}

    Estimate of(PreparedOperation operation, Map<String, ?> variables, GraphQLSchema schema, LimitsConfig config) {
        GivenValues given = new GivenValues(operation.definition(), variables);
        for (Known before : known) {
            if (given.isAs(before.values())) {
                return before.estimate();
            }
        }
        Estimate estimate = CostEstimate.of(schema, operation, given, config);
        if (known.size() < MOST_KEPT) {
            known.add(new Known(given.lookedAt(), estimate));
        }
        return estimate;
    }
}
