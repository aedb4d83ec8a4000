package dev.meishi.quota;

import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call: waits for its turn, is made, and ends. Its subscriber may cancel it at any point, which takes
 * it out of the queue or aborts it. However it ends, its queue is notified exactly once.
 */
final class PendingCall<T> implements Waiting.Caller {

    private final OperationQueue queue;
    private final Ledger ledger;
    private final Pace pace;
    private final QuotaMetrics metrics;
    private final Function<Consumer<RateLimitInfo>, Uni<T>> call;
    private long began;
    private Executor home = Runnable::run;
    private @Nullable UniEmitter<? super T> asker;
    private @Nullable Permit permit;
    private @Nullable Cancellable underWay;
    private boolean isOver;
    private volatile boolean wasMade;

    PendingCall(
            OperationQueue queue,
            Ledger ledger,
            Pace pace,
            QuotaMetrics metrics,
            Function<Consumer<RateLimitInfo>, Uni<T>> call) {
        this.queue = queue;
        this.ledger = ledger;
        this.pace = pace;
        this.metrics = metrics;
        this.call = call;
    }

    /** Its answer; to be asked for once. */
    Uni<T> answer() {
        return Uni.createFrom().emitter((Consumer<UniEmitter<? super T>>) this::start);
    }

    /** Whether the call was made. */
    boolean wasMade() {
        return wasMade;
    }

    /** Time since its answer was asked for. */
    Duration age() {
        return Duration.ofNanos(pace.nanos() - began);
    }

    @Override
    public void go(Permit leave) {
        ledger.usage().waited(age());
        metrics.waited(age());
        home.execute(() -> make(leave));
    }

    @Override
    public void refused(RuntimeException why) {
        home.execute(() -> fail(why));
    }

    private void start(UniEmitter<? super T> emitter) {
        began = pace.nanos();
        home = pace.here();
        asker = emitter;
        emitter.onTermination(this::leave);
        Permit leave;
        try {
            leave = queue.enter(new CallRequest(ledger.claim(), ledger.urgency(), ledger.patience()), this);
        } catch (RuntimeException refused) {
            fail(refused);
            return;
        }
        if (leave != null) {
            make(leave);
        }
    }

    private void make(Permit leave) {
        synchronized (this) {
            if (isOver) {
                queue.withdrawn(leave);
                return;
            }
            permit = leave;
        }
        Uni<T> answer;
        try {
            ledger.call();
            answer = call.apply(allowance -> queue.told(leave, allowance));
        } catch (RuntimeException notMade) {
            if (end()) {
                queue.withdrawn(leave);
                fail(notMade);
            }
            return;
        }
        wasMade = true;
        keep(answer.subscribe().with(item -> answered(leave, item), thrown -> failed(leave, thrown)));
    }

    /** A client that went away while the call was being sent could not abort it yet. */
    private void keep(Cancellable sent) {
        synchronized (this) {
            underWay = sent;
            if (!isOver) {
                return;
            }
        }
        sent.cancel();
    }

    private void answered(Permit leave, T item) {
        if (end()) {
            queue.ended(leave, null);
            emitter().complete(item);
        }
    }

    private void failed(Permit leave, Throwable thrown) {
        if (end()) {
            emitter().fail(Objects.requireNonNullElse(queue.ended(leave, thrown), thrown));
        }
    }

    private void fail(RuntimeException notMade) {
        end();
        metrics.refused(notMade);
        emitter().fail(notMade);
    }

    /** The subscriber has its answer, in which case all is over already, or it has cancelled. */
    private void leave() {
        Permit had;
        Cancellable sent;
        synchronized (this) {
            if (isOver) {
                return;
            }
            isOver = true;
            had = permit;
            sent = underWay;
        }
        if (had == null) {
            queue.leave(this);
            return;
        }
        if (sent != null) {
            sent.cancel();
        }
        queue.abandoned(had);
    }

    private synchronized boolean end() {
        boolean isFirst = !isOver;
        isOver = true;
        return isFirst;
    }

    private UniEmitter<? super T> emitter() {
        return Objects.requireNonNull(asker);
    }
}
