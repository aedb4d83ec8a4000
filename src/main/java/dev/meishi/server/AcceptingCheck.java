package dev.meishi.server;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: whether this process takes new callers, which it does until it is told to end. LINE WORKS is not asked: what
 * fails there fails for every process alike, costs calls of the tenant, and is answered from the cache where it can be.
 */
@Readiness
@ApplicationScoped
public class AcceptingCheck implements HealthCheck {

    private final Draining draining;

    AcceptingCheck(Draining draining) {
        this.draining = draining;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("accepting")
                .status(draining.isAccepting())
                .withData(
                        "checks",
                        "whether this process accepts new clients, which it does until it is told to shut down")
                .withData("LINE WORKS", "not checked; see http_client_request_duration_seconds in the metrics")
                .build();
    }
}
