package dev.meishi.quota;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.ledger.Weights;
import dev.meishi.reset.UpstreamReset;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decides when each call to LINE WORKS is made. A call goes as soon as the quota of its operation and domain, and its
 * client's share of that quota, have room. It waits a little if that is soon, and is refused at once otherwise. A call
 * that LINE WORKS failed is repeated once; while LINE WORKS keeps failing, calls are refused.
 */
@Startup
@ApplicationScoped
public class Governor {

    private final QuotaConfig config;
    private final Weights weights;
    private final Pace pace;
    private final Map<Operation, QuotaMetrics> metrics = new EnumMap<>(Operation.class);
    private final Map<Key, OperationQueue> queues = new ConcurrentHashMap<>();

    private record Key(Operation operation, String domainId) {}

    Governor(QuotaConfig config, Weights weights, Pace pace, MeterRegistry registry) {
        this.config = config;
        this.weights = weights;
        this.pace = pace;
        for (Operation operation : Operation.values()) {
            metrics.put(operation, new QuotaMetrics(registry, operation));
        }
    }

    /**
     * Makes a call that only reads, when its turn comes. To cancel it gives up its place in the queue, or aborts the call.
     *
     * @param operation that is called
     * @param domainId the domain in whose quota it counts: one of the configured ones, as a queue and gauges are made for each
     * @param ledger of the operation that needs the call; is told of each call before it is made and of the wait
     * @param call makes it, and passes on what its answer says of the quota; fails with {@code UPSTREAM_UNAVAILABLE} if
     *     it may be repeated
     * @return its answer; fails with {@code UPSTREAM_RATE_LIMITED} if its turn does not come in time, with {@code
     *     UPSTREAM_UNAVAILABLE} while the circuit breaker is open, with {@code LIMIT_EXCEEDED} if the ledger allows no more
     */
    public <T> Uni<T> call(
            Operation operation, String domainId, Ledger ledger, Function<Consumer<RateLimitInfo>, Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            OperationQueue queue = queues.computeIfAbsent(new Key(operation, domainId), this::opened);
            PendingCall<T> first = attempt(operation, queue, ledger, call);
            return first.answer().onFailure().recoverWithUni(thrown -> {
                Duration pause = pace.about(config.retryPause());
                boolean isWorthIt = first.wasMade()
                        && thrown instanceof Failure failure
                        && failure.code() == ErrorCode.UPSTREAM_UNAVAILABLE
                        && ledger.patience().compareTo(pause.plus(first.age())) > 0;
                return isWorthIt
                        ? again(attempt(operation, queue, ledger, call), pause, thrown, metrics(operation))
                        : Uni.createFrom().failure(thrown);
            });
        });
    }

    /**
     * How many calls the quota, and the client's share of it, have room for. Asking reserves nothing.
     *
     * @param operation that is to be called
     * @param domainId the domain in whose quota it counts
     * @param ledger of the operation that wants to make calls
     * @return as of now
     */
    public Room room(Operation operation, String domainId, Ledger ledger) {
        return queues.computeIfAbsent(new Key(operation, domainId), this::opened)
                .room(ledger.claim(), ledger.urgency());
    }

    /** After a pause; if the second call cannot even be made, what went wrong is still what went wrong first. */
    private <T> Uni<T> again(PendingCall<T> second, Duration pause, Throwable first, QuotaMetrics counted) {
        return pause(pause)
                .invoke(counted::repeated)
                .flatMap(over -> second.answer())
                .onFailure(thrown -> !second.wasMade())
                .transform(thrown -> first);
    }

    private Uni<Void> pause(Duration pause) {
        return Uni.createFrom().emitter(waiter -> {
            Executor here = pace.here();
            Runnable takeBack = pace.after(pause, () -> here.execute(() -> waiter.complete(null)));
            waiter.onTermination(takeBack);
        });
    }

    private <T> PendingCall<T> attempt(
            Operation operation, OperationQueue queue, Ledger ledger, Function<Consumer<RateLimitInfo>, Uni<T>> call) {
        return new PendingCall<>(queue, ledger, pace, metrics(operation), call);
    }

    private QuotaMetrics metrics(Operation operation) {
        QuotaMetrics known = metrics.get(operation);
        if (known == null) {
            throw new IllegalStateException(operation + " has no meters");
        }
        return known;
    }

    private OperationQueue opened(Key key) {
        OperationQueue queue = new OperationQueue(key.operation(), config, weights, pace);
        metrics(key.operation()).show(queue, key.domainId(), weights.byCallers().keySet());
        return queue;
    }

    /** The simulator has started over: what is known of its quota and failures is not true any more. */
    void forget(@Observes UpstreamReset reset) {
        if (reset == UpstreamReset.ALL) {
            queues.values().forEach(OperationQueue::reset);
        }
    }
}
