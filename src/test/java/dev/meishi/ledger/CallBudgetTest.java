package dev.meishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.failure.Failure;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link CallBudget}: as many calls as are allowed, and what is left of them. */
class CallBudgetTest {

    private final CallBudget budget = new CallBudget(3);

    @Test
    void aCallTooManyIsRefusedWithTheHint() {
        spend(3);
        assertThat(budget.left()).isZero();

        assertThatThrownBy(() -> spend(1))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "The operation has made all of its 3 allowed calls to LINE WORKS, and needs more. Ask for less.");
        assertThat(budget.spent()).isEqualTo(3);
    }

    @Test
    void whatIsOnlyMeasuredHasNoEnd() {
        budget.measureOnly();

        spend(5);

        assertThat(budget.spent()).isEqualTo(5);
        assertThat(budget.left()).isEqualTo(Integer.MAX_VALUE);
        assertThat(budget.allowed()).isEqualTo(3);
    }

    @Test
    void severalThreadsMakeNoMoreCallsThanOne() throws InterruptedException {
        CallBudget shared = new CallBudget(500);
        AtomicInteger refused = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        IntStream.range(0, 800)
                .forEach(i -> threads.execute(() -> {
                    try {
                        shared.spend(() -> "");
                    } catch (Failure tooMany) {
                        refused.incrementAndGet();
                    }
                }));
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shared.spent()).isEqualTo(500);
        assertThat(refused).hasValue(300);
    }

    private void spend(int calls) {
        for (int i = 0; i < calls; i++) {
            budget.spend(() -> "Ask for less.");
        }
    }
}
