package dev.meishi.execution;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts how operations are executed. */
@Singleton
class ExecutionMetrics {

    private final Counter planned;
    private final Counter engine;

    ExecutionMetrics(MeterRegistry registry) {
        planned = executed(registry, "plan");
        engine = executed(registry, "engine");
    }

    private static Counter executed(MeterRegistry registry, String by) {
        return Counter.builder("meishi.operations")
                .description("Operations executed, by what executed them")
                .tag("by", by)
                .register(registry);
    }

    /** All of it by a plan. */
    void planned() {
        planned.increment();
    }

    /** All of it by the engine. */
    void byEngine() {
        engine.increment();
    }
}
