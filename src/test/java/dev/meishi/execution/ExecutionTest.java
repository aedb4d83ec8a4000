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
    private final CompletableFuture<OperationResult> result = new CompletableFuture<>();
    private final Execution execution = new Execution(
            inFlight, new Ledger(OperationTerms.uncached(DEADLINE)), result, Estimate.NONE, JsonParts.ENDLESS);

    @Test
    void whatNothingEndsIsEndedSoonAfterItsDeadline() throws Exception {
        execution.expire(DEADLINE);

        OperationResult response = execution.result().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(response.isDataPresent()).isTrue();
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).containsEntry("code", "OPERATION_TIMEOUT");
            assertThat(error.getMessage()).contains("100 ms");
        });
    }

    @Test
    void whatIsThereByThenIsTheAnswer() throws Exception {
        ExecutionResult some = ExecutionResult.newExecutionResult().data("some").build();
        inFlight.track(new CompletableFuture<>()).exceptionally(ended -> {
            result.complete(OperationResult.of(some));
            return null;
        });

        execution.expire(DEADLINE);

        OperationResult response = execution.result().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(Objects.requireNonNull(response.unwritten()).<Object>getData())
                .isEqualTo("some");
    }
}
