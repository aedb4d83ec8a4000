package dev.meishi.telemetry;

import graphql.language.OperationDefinition;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The histograms of the operations of one name, a series for each type and outcome that there has been. To record takes no
 * lock, and no memory once there is the series.
 */
final class OperationTimers {

    static final String NAME = "meishi.operation.duration";

    /**
     * From an answer out of the cache to the default deadline: each is some 2.5 times the one before, so that a quantile read
     * from them is right to within that factor.
     */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final String name;
    private final Map<Outcome, AtomicReference<@Nullable Timer>> untyped = places();
    private final Map<OperationDefinition.Operation, Map<Outcome, AtomicReference<@Nullable Timer>>> byType =
            new EnumMap<>(OperationDefinition.Operation.class);

    /**
     * None yet.
     *
     * @param registry of the series
     * @param name of the operations; empty for those without a name
     */
    OperationTimers(MeterRegistry registry, String name) {
        this.registry = registry;
        this.name = name;
        for (OperationDefinition.Operation type : OperationDefinition.Operation.values()) {
            byType.put(type, places());
        }
    }

    private static Map<Outcome, AtomicReference<@Nullable Timer>> places() {
        Map<Outcome, AtomicReference<@Nullable Timer>> places = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            places.put(outcome, new AtomicReference<>());
        }
        return places;
    }

    /**
     * An operation ended.
     *
     * @param type of it; null if there was none to be executed
     * @param outcome of it
     * @param nanos it took
     */
    void record(OperationDefinition.@Nullable Operation type, Outcome outcome, long nanos) {
        Map<Outcome, AtomicReference<@Nullable Timer>> ofType =
                type == null ? untyped : Objects.requireNonNull(byType.get(type));
        AtomicReference<@Nullable Timer> place = Objects.requireNonNull(ofType.get(outcome));
        Timer timer = place.get();
        if (timer == null) {
            timer = timer(type, outcome);
            place.set(timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** As it is shown; empty for those without a name. */
    String name() {
        return name;
    }

    /** Takes the series out of the registry. */
    void remove() {
        Stream.concat(Stream.of(untyped), byType.values().stream())
                .flatMap(places -> places.values().stream())
                .map(AtomicReference::get)
                .filter(Objects::nonNull)
                .forEach(registry::remove);
    }

    private Timer timer(OperationDefinition.@Nullable Operation type, Outcome outcome) {
        return Timer.builder(NAME)
                .description("Duration of operations, until their answers were ready to be sent")
                .tag("graphql.operation.name", name)
                .tag("graphql.operation.type", type == null ? "" : type.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome.label())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
