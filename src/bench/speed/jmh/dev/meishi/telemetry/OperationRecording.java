package dev.meishi.telemetry;

import graphql.language.OperationDefinition;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the metrics of one operation cost: two readings of the clock, and a recording. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OperationRecording {

    /** Whether the name is told apart. */
    @Param({"Known", "Unknown"})
    @SuppressWarnings("NullAway.Init")
    public String name;

    @SuppressWarnings("NullAway.Init")
    private OperationMetrics metrics;

    @SuppressWarnings("NullAway.Init")
    private OperationDefinition operation;

    /** As many names as there may be, and the one; with the registry that the gateway has, which is a deprecated one. */
    @Setup
    @SuppressWarnings("deprecation")
    public void setUp() {
        metrics = new OperationMetrics(
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> 100,
                new Credentials(new SmallRyeConfigBuilder().build()));
        metrics.ended(named("Known"), Outcome.SUCCESS, 1);
        for (int i = 0; i < 200; i++) {
            metrics.ended(named("Name" + i), Outcome.SUCCESS, 1);
        }
        operation = named(name);
    }

    private static OperationDefinition named(String name) {
        return OperationDefinition.newOperationDefinition()
                .name(name)
                .operation(OperationDefinition.Operation.QUERY)
                .build();
    }

    /** As for each operation. */
    @Benchmark
    public void record() {
        long began = System.nanoTime();
        metrics.ended(operation, Outcome.SUCCESS, System.nanoTime() - began);
    }
}
