package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link InFlight}: what is there stays, what is not ends with the execution. */
class InFlightTest {

    private static final Failure WHY = new Failure(ErrorCode.OPERATION_TIMEOUT, "Too long.");

    private final InFlight inFlight = new InFlight();

    @Test
    void workThatIsLeftToItselfComesToItsOwnResult() {
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<String> result = inFlight.track(work);

        assertThatCode(inFlight::requireOngoing).doesNotThrowAnyException();
        assertThat(result).isNotDone();
        work.complete("there");
        assertThat(result).isCompletedWithValue("there");
    }

    @Test
    void workThatFailsFailsWithItsOwnFailure() {
        Failure own = new Failure(ErrorCode.NOT_FOUND, "No such thing.");
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<String> result = inFlight.track(work);

        work.completeExceptionally(own);
        inFlight.end(WHY);

        assertThat(failureOf(result)).isSameAs(own);
    }

    @Test
    void workUnderWayIsCancelledAndFailsWithTheReason() {
        AtomicBoolean isCancelled = new AtomicBoolean();
        CompletableFuture<String> work = Uni.createFrom()
                .<String>nothing()
                .onCancellation()
                .invoke(() -> isCancelled.set(true))
                .subscribeAsCompletionStage();
        CompletableFuture<String> result = inFlight.track(work);

        inFlight.end(WHY);

        assertThat(failureOf(result)).isSameAs(WHY);
        assertThat(isCancelled).isTrue();
        assertThat(work).isCancelled();
    }

    @Test
    void aResultThatIsThereStays() {
        CompletableFuture<String> done = inFlight.track(CompletableFuture.completedFuture("there"));
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<String> soon = inFlight.track(work);
        work.complete("there too");

        inFlight.end(WHY);

        assertThat(done).isCompletedWithValue("there");
        assertThat(soon).isCompletedWithValue("there too");
    }

    @Test
    void noWorkIsBegunAfterTheEnd() {
        inFlight.end(WHY);

        assertThatThrownBy(inFlight::requireOngoing).isSameAs(WHY);
    }

    @Test
    void workThatComesLateIsCancelledAtOnce() {
        inFlight.end(WHY);
        CompletableFuture<String> work = new CompletableFuture<>();

        CompletableFuture<String> result = inFlight.track(work);

        assertThat(failureOf(result)).isSameAs(WHY);
        assertThat(work).isCancelled();
    }

    @Test
    void whatWasThereBeforeTheEndIsTakenAfterIt() {
        inFlight.end(WHY);

        assertThat(inFlight.track(CompletableFuture.completedFuture("there"))).isCompletedWithValue("there");
    }

    @Test
    void aSecondEndChangesNothingOfTheFirst() {
        CompletableFuture<String> result = inFlight.track(new CompletableFuture<>());
        inFlight.end(WHY);

        inFlight.end(new Failure(ErrorCode.INTERNAL, "Other."));

        assertThat(failureOf(result)).isSameAs(WHY);
        assertThatThrownBy(inFlight::requireOngoing).isInstanceOf(Failure.class);
    }

    @Test
    void workThatBeginsOtherWorkWhenItEndsDoesNotUpsetTheEnd() {
        CompletableFuture<String> later = new CompletableFuture<>();
        CompletableFuture<CompletableFuture<String>> begun = inFlight.track(new CompletableFuture<String>())
                .handle((value, thrown) -> inFlight.track(later));

        inFlight.end(WHY);

        assertThat(begun).isCompleted();
        assertThat(later).isCancelled();
    }

    @Test
    void endAndWorkAtTheSameTimeLeaveNothingUnderWay() throws Exception {
        for (int round = 0; round < 500; round++) {
            InFlight racing = new InFlight();
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> racing.end(WHY));
            List<CompletableFuture<String>> works =
                    Stream.generate(() -> new CompletableFuture<String>()).limit(20).toList();
            List<CompletableFuture<String>> results =
                    works.stream().map(racing::track).toList();
            end.get();

            assertThat(works).allMatch(CompletableFuture::isCancelled);
            assertThat(results).allSatisfy(result -> assertThat(failureOf(result)).isSameAs(WHY));
        }
    }

    private static Throwable failureOf(CompletableFuture<?> result) {
        try {
            return new AssertionError("There is a result: " + result.get());
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (InterruptedException stopped) {
            return stopped;
        }
    }
}
