package dev.meishi.quota;

import dev.meishi.failure.Failure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/**
 * Metrics of the calls of one operation. All labels are of closed sets: operations, codes, configured domains
 * and classes of callers.
 */
final class QuotaMetrics {

    private static final String OPERATION = "operation";

    private final MeterRegistry registry;
    private final Operation operation;
    private final Timer waited;

    QuotaMetrics(MeterRegistry registry, Operation operation) {
        this.registry = registry;
        this.operation = operation;
        waited = Timer.builder("meishi.upstream.waited")
                .description("Waiting time of the calls to LINE WORKS that had to wait")
                .tag(OPERATION, operation.title())
                .register(registry);
    }

    /** Shows the state of a queue of this operation. */
    void show(OperationQueue queue, String domainId, Set<String> classes) {
        classes.forEach(callers -> Gauge.builder("meishi.upstream.quota.used", queue, shown -> shown.used(callers))
                .description("Calls to LINE WORKS that count in this minute, by class of callers")
                .tag(OPERATION, operation.title())
                .tag("domain", domainId)
                .tag("callers", callers)
                .strongReference(true)
                .register(registry));
        Gauge.builder("meishi.upstream.quota.left", queue, OperationQueue::left)
                .description("Calls to LINE WORKS that could be made immediately")
                .tag(OPERATION, operation.title())
                .tag("domain", domainId)
                .strongReference(true)
                .register(registry);
        Gauge.builder("meishi.upstream.breaker.open", queue, shown -> shown.isBroken() ? 1 : 0)
                .description("1 while calls are refused because LINE WORKS has failed too often")
                .tag(OPERATION, operation.title())
                .tag("domain", domainId)
                .strongReference(true)
                .register(registry);
    }

    /** A call had to wait before it went. */
    void waited(Duration wait) {
        waited.record(wait);
    }

    /** A call was not made. */
    void refused(Throwable why) {
        Counter.builder("meishi.upstream.refused")
                .description("Calls to LINE WORKS that were not made")
                .tag(OPERATION, operation.title())
                .tag("code", why instanceof Failure failure ? failure.code().name() : "INTERNAL")
                .register(registry)
                .increment();
    }

    /** A call is repeated. */
    void repeated() {
        registry.counter("meishi.upstream.retries", OPERATION, operation.title())
                .increment();
    }
}
