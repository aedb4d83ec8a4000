package dev.meishi.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.Failure;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.graphql.Settings;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@link Admission}: an operation makes all the calls it needs, or none. */
class AdmissionTest {

    private final Limits limits = new Limits(Settings.limits());
    private final Ledger ledger =
            new Ledger(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), 20, false));

    @Test
    void whatIsWithinTheLimitGoesOnWhenItIsAdmittedAndNotBefore() {
        CompletableFuture<Void> first = planned("contacts", 15, "");
        CompletableFuture<Void> second = planned("all", 5, "");
        assertThat(first).isNotDone();

        Admission.decide(ledger, limits);

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void fieldsGoOnInTheOrderInWhichTheyCame() {
        List<String> order = new ArrayList<>();
        for (String field : List.of("a", "b", "c")) {
            ledger.admission()
                    .declare(new CallEstimate(field, 1, "", ""))
                    .subscribe()
                    .with(admitted -> order.add(field));
        }

        Admission.decide(ledger, limits);

        assertThat(order).containsExactly("a", "b", "c");
    }

    @Test
    void whatIsOverTheLimitIsRefusedAsAWholeWithTheNumbersAndTheWayOut() {
        CompletableFuture<Void> all = planned("all", 11, "Ask for first: 200.");
        CompletableFuture<Void> none = planned("none", 0, "Ask for nothing.");
        CompletableFuture<Void> contacts = planned("contacts", 30, "Narrow the filter.");

        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> Admission.decide(ledger, limits));

        assertThat(refused)
                .hasMessage("The operation needs 41 calls to LINE WORKS; the maximum is 20"
                        + " (meishi.callers.<class>.max-upstream-calls): contacts 30, all 11."
                        + " Narrow the filter. Ask for first: 200.");
        assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions())
                        .isEqualTo(Map.of(
                                "code",
                                "LIMIT_EXCEEDED",
                                "retryable",
                                false,
                                "limit",
                                "upstream-calls",
                                "found",
                                41L,
                                "allowed",
                                20)));
        assertThat(all).isNotDone();
        assertThat(none).isNotDone();
        assertThat(contacts).isNotDone();
    }

    @Test
    void manyFieldsAreNotAllNamed() {
        for (int i = 1; i <= 9; i++) {
            assertThat(planned("f" + i, i, "Ask for " + (i % 4) + ".")).isNotDone();
        }

        assertThatThrownBy(() -> Admission.decide(ledger, limits))
                .message()
                .endsWith(": f9 9, f8 8, f7 7, f6 6, f5 5 and 4 more. Ask for 1. Ask for 0.");
    }

    @Test
    void whatIsOnlyMeasuredIsAdmittedAndMayMakeItsCalls() {
        CompletableFuture<Void> contacts = planned("contacts", 21, "");

        Admission.decide(ledger, new Limits(Settings.limits(Map.of("measure-only", "upstream-calls"))));

        assertThat(contacts).isCompleted();
        assertThatCode(() -> call(21)).doesNotThrowAnyException();
        assertThat(ledger.summary().calls()).isEqualTo(21);
    }

    @Test
    void aCallTooManyIsRefusedThoughFewerWerePlanned() {
        assertThat(planned("contacts", 20, "")).isNotDone();
        Admission.decide(ledger, limits);

        call(20);

        assertThatThrownBy(() -> call(1)).isInstanceOf(Failure.class).hasMessageContaining("20 allowed calls");
    }

    @Test
    void whoCouldNotTellHowManyItNeedsIsToldThenHowToNeedFewer() {
        ledger.admission()
                .declare(new CallEstimate("tags", 1, "", "Ask for fewer tags."))
                .subscribe()
                .with(admitted -> {});
        ledger.admission()
                .declare(new CallEstimate("contacts", 1, 300, "", "Order by time."))
                .subscribe()
                .with(admitted -> {});
        Admission.decide(ledger, limits);

        call(20);

        assertThatThrownBy(() -> call(1)).isInstanceOf(Failure.class).hasMessageEndingWith("Order by time.");
        assertThat(ledger.summary().atMost()).isEqualTo(301);
    }

    private void call(int times) {
        for (int i = 0; i < times; i++) {
            ledger.call();
        }
    }

    private CompletableFuture<Void> planned(String field, int calls, String hint) {
        return ledger.admission()
                .declare(new CallEstimate(field, calls, "", hint))
                .subscribeAsCompletionStage();
    }
}
