package dev.meishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link AdmissionGate}: no field goes on and no call is made before the decision, however late a field comes. */
class AdmissionGateTest {

    private final Ledger ledger =
            new Ledger(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), 10, false));
    private final AdmissionGate gate = ledger.admission();

    @Test
    void noFieldGoesOnBeforeTheOperationIsAdmitted() {
        CompletableFuture<Void> field = declared(4);
        assertThat(field).isNotDone();

        gate.admit();

        assertThat(field).isCompleted();
        assertThat(gate.needed()).isEqualTo(4);
    }

    @Test
    void noCallCanBeMadeBeforeTheOperationIsAdmitted() {
        assertThat(declared(4)).isNotDone();
        assertThatThrownBy(ledger::call).isInstanceOf(IllegalStateException.class);

        gate.admit();

        assertThatCode(ledger::call).doesNotThrowAnyException();
        assertThat(ledger.summary().calls()).isEqualTo(1);
    }

    @Test
    void anOperationThatNeedsTooManyCallsIsNeverAdmitted() {
        CompletableFuture<Void> one = declared(6);
        CompletableFuture<Void> other = declared(5);

        assertThat(gate.admit()).isFalse();

        assertThat(one).isNotDone();
        assertThat(other).isNotDone();
        assertThat(declared(0)).as("a field that comes later").isNotDone();
        assertThatThrownBy(ledger::call).isInstanceOf(IllegalStateException.class);
    }

    /** Such as one that waits for something else first. */
    @Test
    void aLateFieldGoesOnIfAllTogetherAreWithinTheBudget() {
        assertThat(declared(6)).isNotDone();
        gate.admit();

        assertThat(declared(4)).isCompleted();
        assertThat(gate.needed()).isEqualTo(10);
    }

    @Test
    void aLateFieldThatIsTooMuchFailsWithTheNumbersAndTheWayOut() {
        assertThat(declared(6)).isNotDone();
        gate.admit();

        assertThat(declared(5))
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED))
                .withMessage("The field needs 5 more calls to LINE WORKS; with the calls of the other fields that makes"
                        + " 11, but 10 are allowed. Ask for less.");
        assertThat(declared(0)).as("whatever comes after it").isCompletedExceptionally();
    }

    @Test
    void aLateFieldThatDeclaresTwiceDoesNotGoOnWithTheSecondIfTheFirstIsTooMuch() {
        gate.admit();

        gate.declare(estimate(11));

        assertThat(declared(1)).isCompletedExceptionally();
    }

    /** The calls of a field that has its objects in several batches, as they come. */
    @Test
    void whatSeveralCallsOfAFieldNeedTogetherCountsOnce() {
        CompletableFuture<Void> early =
                gate.declareOnce(estimate(6)).subscribeAsCompletionStage().toCompletableFuture();
        assertThat(early).isNotDone();
        gate.admit();

        assertThat(gate.declareOnce(estimate(6)).subscribeAsCompletionStage().toCompletableFuture())
                .isCompleted();
        assertThat(gate.estimates()).containsExactly(estimate(6));
        assertThat(gate.needed()).isEqualTo(6);
        assertThat(declared(6)).as("what each call needs for itself").isCompletedExceptionally();
    }

    /** As mutations are executed: each root field begins when the one before it is over. */
    @Test
    void serialFieldsShareOneBudget() {
        List<CompletableFuture<Void>> fields = new ArrayList<>();
        fields.add(declared(5));
        gate.admit();
        for (int i = 0; i < 5; i++) {
            ledger.call();
        }
        fields.add(declared(5));
        for (int i = 0; i < 5; i++) {
            ledger.call();
        }
        fields.add(declared(1));

        assertThat(fields.subList(0, 2)).allMatch(field -> !field.isCompletedExceptionally() && field.isDone());
        assertThat(fields.get(2)).isCompletedExceptionally();
        assertThat(ledger.summary().calls()).isEqualTo(10);
    }

    @Test
    void whereTheBudgetIsOnlyMeasuredLateFieldsGoOn() {
        ledger.budget().measureOnly();
        gate.admit();

        assertThat(declared(1_000)).isCompleted();
    }

    @Test
    void optionalCallsAreAdmittedAsFarAsTheBudgetGoesWhicheverFieldComesFirst() {
        OptionalCalls fits = gate.declareOptional(estimate(3));
        OptionalCalls tooMany = gate.declareOptional(estimate(4));
        OptionalCalls alsoFits = gate.declareOptional(estimate(1));
        assertThat(declared(6)).isNotDone();
        assertThat(fits.isAdmitted()).as("before the decision").isFalse();

        gate.admit();

        assertThat(List.of(fits.isAdmitted(), tooMany.isAdmitted(), alsoFits.isAdmitted()))
                .containsExactly(true, false, true);
        assertThat(gate.needed()).isEqualTo(10);
        assertThat(gate.estimates()).extracting(CallEstimate::calls).containsExactly(6, 3, 1);
    }

    @Test
    void optionalCallsAreDecidedAtOnceWhenTheOperationIsAdmitted() {
        assertThat(declared(6)).isNotDone();
        gate.admit();

        assertThat(gate.declareOptional(estimate(5)).isAdmitted()).isFalse();
        assertThat(gate.declareOptional(estimate(4)).isAdmitted()).isTrue();
        assertThat(gate.declareOptional(estimate(Integer.MAX_VALUE)).isAdmitted())
                .as("the sum is larger than an int")
                .isFalse();
    }

    @Test
    void whereTheBudgetIsOnlyMeasuredAllOptionalCallsAreAdmitted() {
        OptionalCalls calls = gate.declareOptional(estimate(1_000));
        ledger.budget().measureOnly();

        gate.admit();

        assertThat(calls.isAdmitted()).isTrue();
    }

    /** Fields may be resolved on several threads; none is forgotten, and none is let through twice. */
    @Test
    void aFieldThatComesWhileTheOperationIsAdmittedGoesOnOnce() throws InterruptedException {
        ledger.budget().measureOnly();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger passed = new AtomicInteger();
        IntStream.range(0, 1_000)
                .forEach(i -> threads.execute(() -> {
                    gate.declare(estimate(1)).subscribe().with(admitted -> passed.incrementAndGet());
                    if (i == 500) {
                        gate.admit();
                    }
                }));
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(passed).hasValue(1_000);
        assertThat(gate.needed()).isEqualTo(1_000);
    }

    private CompletableFuture<Void> declared(int calls) {
        return gate.declare(estimate(calls)).subscribeAsCompletionStage();
    }

    private static CallEstimate estimate(int calls) {
        return new CallEstimate("field", calls, "", "Ask for less.");
    }
}
