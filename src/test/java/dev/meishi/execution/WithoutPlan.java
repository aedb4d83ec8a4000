package dev.meishi.execution;

import dev.meishi.graphql.PreparedOperation;
import dev.meishi.ledger.Ledger;
import java.util.Map;

/** Executes by the engine alone, for comparison. */
public final class WithoutPlan {

    private WithoutPlan() {}

    /** Begins an operation. */
    public static Execution start(
            Engine engine, PreparedOperation operation, Map<String, Object> variables, Ledger ledger) {
        return engine.start(operation, variables, ledger, false);
    }
}
