package dev.meishi.execution;

import dev.meishi.graphql.Estimate;
import dev.meishi.ledger.Ledger;
import java.util.concurrent.CompletableFuture;

/** Executions whose end a test decides. */
public final class Executions {

    private Executions() {}

    /** One that ends with a result. */
    public static Execution of(Ledger ledger, CompletableFuture<OperationResult> result) {
        return new Execution(new InFlight(), ledger, result, Estimate.NONE, (spare, least, wanted) -> wanted);
    }
}
