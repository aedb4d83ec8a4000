package dev.meishi.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link InFlight}: what is there stays, what is not ends with the execution. */
class InFlightTest {

    private final Failure why = new Failure(ErrorCode.OPERATION_TIMEOUT, "Too long.");

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
        inFlight.end(why);

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

        inFlight.end(why);

        assertThat(failureOf(result)).isSameAs(why);
        assertThat(isCancelled).isTrue();
        assertThat(work).isCancelled();
    }

    @Test
    void aResultThatIsThereStays() {
        CompletableFuture<String> done = inFlight.track(CompletableFuture.completedFuture("there"));
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<String> soon = inFlight.track(work);
        work.complete("there too");

        inFlight.end(why);

        assertThat(done).isCompletedWithValue("there");
        assertThat(soon).isCompletedWithValue("there too");
    }

    @Test
    void noWorkIsBegunAfterTheEnd() {
        inFlight.end(why);

        assertThatThrownBy(inFlight::requireOngoing).isSameAs(why);
    }

    @Test
    void workThatComesLateIsCancelledAtOnce() {
        inFlight.end(why);
        CompletableFuture<String> work = new CompletableFuture<>();

        CompletableFuture<String> result = inFlight.track(work);

        assertThat(failureOf(result)).isSameAs(why);
        assertThat(work).isCancelled();
    }

    @Test
    void whatWasThereBeforeTheEndIsTakenAfterIt() {
        inFlight.end(why);

        assertThat(inFlight.track(CompletableFuture.completedFuture("there"))).isCompletedWithValue("there");
    }

    @Test
    void aSecondEndChangesNothingOfTheFirst() {
        CompletableFuture<String> result = inFlight.track(new CompletableFuture<>());
        inFlight.end(why);

        inFlight.end(new Failure(ErrorCode.INTERNAL, "Other."));

        assertThat(failureOf(result)).isSameAs(why);
        assertThatThrownBy(inFlight::requireOngoing).isInstanceOf(Failure.class);
    }

    @Test
    void workThatBeginsOtherWorkWhenItEndsDoesNotUpsetTheEnd() {
        CompletableFuture<String> later = new CompletableFuture<>();
        CompletableFuture<Boolean> isLaterOver = inFlight.track(new CompletableFuture<String>())
                .handle((value, thrown) -> inFlight.track(later).isCompletedExceptionally());

        inFlight.end(why);

        assertThat(isLaterOver).isCompletedWithValue(true);
        assertThat(later).isCancelled();
    }

    @Test
    void endAndWorkAtTheSameTimeLeaveNothingUnderWay() throws Exception {
        for (int round = 0; round < 500; round++) {
            InFlight racing = new InFlight();
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> racing.end(why));
            List<CompletableFuture<String>> works = Stream.generate(() -> new CompletableFuture<String>())
                    .limit(20)
                    .toList();
            List<CompletableFuture<String>> results =
                    works.stream().map(racing::track).toList();
            end.get();

            assertThat(works).allMatch(CompletableFuture::isCancelled);
            assertThat(results)
                    .allSatisfy(result -> assertThat(failureOf(result)).isSameAs(why));
        }
    }

    private static Throwable failureOf(CompletableFuture<?> result) {
        try {
            return new AssertionError("There is a result: " + result.get());
        } catch (ExecutionException failed) {
            return Objects.requireNonNull(failed.getCause());
        } catch (InterruptedException stopped) {
            return stopped;
        }
    }
}
