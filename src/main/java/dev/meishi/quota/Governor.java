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
 * Every call to LINE WORKS goes through here. It is let go as soon as the quota of its operation and domain, and its
 * caller's share of that, have room, waits a little if that is soon, and is otherwise refused at once, without a call. A call that LINE WORKS failed is
 * repeated once; while LINE WORKS keeps failing, calls are kept back.
 */
@Startup
@ApplicationScoped
public class Governor {

    private final QuotaConfig config;
    private final Weights weights;
    private final Pace pace;
    private final Map<Operation, Meters> meters = new EnumMap<>(Operation.class);
    private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();

    private record Key(Operation operation, String domainId) {}

    Governor(QuotaConfig config, Weights weights, Pace pace, MeterRegistry registry) {
        QuotaCheck.refuseIfWrong(config);
        this.config = config;
        this.weights = weights;
        this.pace = pace;
        for (Operation operation : Operation.values()) {
            meters.put(operation, new Meters(registry, operation));
        }
    }

    /**
     * Makes a call that only reads, when its turn comes. Who cancels gives up its place in the queue, or the call.
     *
     * @param operation that is called
     * @param domainId whose quota it counts against: one of those configured, as each is kept and shown from now on
     * @param ledger of who wants the call; is told of each call before it is made and of the wait
     * @param call makes it, and passes on what its answer says of the quota; fails with {@code UPSTREAM_UNAVAILABLE} if
     *     it may be repeated
     * @return its answer; fails with {@code UPSTREAM_RATE_LIMITED} if its turn does not come in time, with {@code
     *     UPSTREAM_UNAVAILABLE} while calls are kept back, with {@code LIMIT_EXCEEDED} if the ledger allows no more
     */
    public <T> Uni<T> call(
            Operation operation, String domainId, Ledger ledger, Function<Consumer<Allowance>, Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            Lane lane = lanes.computeIfAbsent(new Key(operation, domainId), this::opened);
            Attempt<T> first = attempt(operation, lane, ledger, call);
            return first.answer().onFailure().recoverWithUni(thrown -> {
                Duration pause = pace.about(config.retryPause());
                boolean isWorthIt = first.wasMade()
                        && thrown instanceof Failure failure
                        && failure.code() == ErrorCode.UPSTREAM_UNAVAILABLE
                        && ledger.patience().compareTo(pause.plus(first.age())) > 0;
                return isWorthIt
                        ? again(attempt(operation, lane, ledger, call), pause, thrown, meters(operation))
                        : Uni.createFrom().failure(thrown);
            });
        });
    }

    /**
     * What the quota has room for, and the share of who asks; asking takes nothing of it.
     *
     * @param operation that is to be called
     * @param domainId whose quota it counts against
     * @param ledger of who wants to make calls
     * @return as of now
     */
    public Room room(Operation operation, String domainId, Ledger ledger) {
        return lanes.computeIfAbsent(new Key(operation, domainId), this::opened).room(ledger.claim(), ledger.urgency());
    }

    /** After a pause; if it cannot even be made, what went wrong is still what went wrong first. */
    private <T> Uni<T> again(Attempt<T> second, Duration pause, Throwable first, Meters counted) {
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

    private <T> Attempt<T> attempt(
            Operation operation, Lane lane, Ledger ledger, Function<Consumer<Allowance>, Uni<T>> call) {
        return new Attempt<>(lane, ledger, pace, meters(operation), call);
    }

    private Meters meters(Operation operation) {
        Meters known = meters.get(operation);
        if (known == null) {
            throw new IllegalStateException(operation + " has no meters");
        }
        return known;
    }

    private Lane opened(Key key) {
        Lane lane = new Lane(key.operation(), config, weights, pace);
        meters(key.operation()).show(lane, key.domainId(), weights.byCallers().keySet());
        return lane;
    }

    /** What was learnt of the quota and of failures is of another LINE WORKS. */
    void forget(@Observes UpstreamReset reset) {
        if (reset == UpstreamReset.ALL) {
            lanes.values().forEach(Lane::reset);
        }
    }
}
