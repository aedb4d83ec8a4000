package dev.meishi.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.graphql.Estimate;
import dev.meishi.json.JsonParts;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@link Execution} at its deadline. */
class ExecutionTest {

    private static final Duration DEADLINE = Duration.ofMillis(100);

    private final InFlight inFlight = new InFlight();
    private final CompletableFuture<Outcome> result = new CompletableFuture<>();
    private final Execution execution =
            new Execution(inFlight, new Ledger(OperationTerms.uncached(DEADLINE)), result, Estimate.NONE, JsonParts.ENDLESS);

    @Test
    void whatNothingEndsIsEndedSoonAfterItsDeadline() throws Exception {
        execution.expire(DEADLINE);

        Outcome outcome = execution.result().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(outcome.isDataPresent()).isTrue();
        assertThat(outcome.errors()).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).containsEntry("code", "OPERATION_TIMEOUT");
            assertThat(error.getMessage()).contains("100 ms");
        });
    }

    @Test
    void whatIsThereByThenIsTheAnswer() throws Exception {
        ExecutionResult some = ExecutionResult.newExecutionResult().data("some").build();
        inFlight.track(new CompletableFuture<>()).exceptionally(ended -> {
            result.complete(Outcome.of(some));
            return null;
        });

        execution.expire(DEADLINE);

        Outcome outcome = execution.result().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(Objects.requireNonNull(outcome.result()).<Object>getData()).isEqualTo("some");
    }
}
