package dev.meishi.leak;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Logs the names and labels of all metrics at the end of each application of the tests, for {@link WholeRun} to look at. */
@Singleton
class LoggedMetrics {

    private static final Logger LOG = Logger.getLogger(LoggedMetrics.class);

    private final MeterRegistry registry;

    LoggedMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void log(@Observes ShutdownEvent end) {
        LOG.trace(all());
    }

    List<Meter.Id> all() {
        return registry.getMeters().stream().map(Meter::getId).toList();
    }
}
