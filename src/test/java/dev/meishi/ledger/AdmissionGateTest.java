package dev.meishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link AdmissionGate}: fields wait for the decision, and what can be left out is, where the budget is too small. */
class AdmissionGateTest {

    private final Ledger ledger = new Ledger(new Terms(Urgency.INTERACTIVE, Duration.ofSeconds(30), 10, false));
    private final AdmissionGate gate = ledger.admission();

    @Test
    void nobodyPassesBeforeItIsOpen() {
        CompletableFuture<Void> field = declared(4);
        assertThat(field).isNotDone();

        gate.open();

        assertThat(field).isCompleted();
        assertThat(gate.needed()).isEqualTo(4);
    }

    @Test
    void whatComesLaterPassesAtOnce() {
        gate.open();

        assertThat(declared(4)).isCompleted();
    }

    @Test
    void optionalCallsAreAdmittedAsFarAsTheBudgetGoesWhicheverFieldComesFirst() {
        OptionalCalls fits = gate.declareOptional(estimate(3));
        OptionalCalls tooMany = gate.declareOptional(estimate(4));
        OptionalCalls alsoFits = gate.declareOptional(estimate(1));
        assertThat(declared(6)).isNotDone();
        assertThat(fits.isAdmitted()).as("before the decision").isFalse();

        gate.open();

        assertThat(List.of(fits.isAdmitted(), tooMany.isAdmitted(), alsoFits.isAdmitted()))
                .containsExactly(true, false, true);
        assertThat(gate.needed()).isEqualTo(10);
        assertThat(gate.estimates()).extracting(CallEstimate::calls).containsExactly(6, 3, 1);
    }

    @Test
    void optionalCallsAreDecidedAtOnceWhenItIsOpen() {
        assertThat(declared(6)).isNotDone();
        gate.open();

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

        gate.open();

        assertThat(calls.isAdmitted()).isTrue();
    }

    /** Fields may be resolved on several threads; none is forgotten, and none is let through twice. */
    @Test
    void whoComesWhileItOpensPassesOnce() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger passed = new AtomicInteger();
        IntStream.range(0, 1_000)
                .forEach(i -> threads.execute(() -> {
                    gate.declare(estimate(1)).subscribe().with(admitted -> passed.incrementAndGet());
                    if (i == 500) {
                        gate.open();
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
        return new CallEstimate("field", calls, "", "");
    }
}
