package dev.meishi.lineworks.oauth;

import dev.meishi.failure.Failure;
import dev.meishi.log.LogThrottle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How tokens are issued, refused and rejected; all labels are of closed sets. */
@Singleton
class TokenMetrics {

    private static final Logger LOG = Logger.getLogger(AccessTokens.class);

    private static final LogThrottle<Line> THROTTLE = new LogThrottle<>(Duration.ofMinutes(1));

    /** The errors of RFC 6749 and RFC 7521, and no word that a stranger can think of. */
    private static final Set<String> ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "access_denied",
            "server_error",
            "temporarily_unavailable");

    private enum Line {
        FAILED,
        REJECTED
    }

    private final MeterRegistry registry;

    TokenMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void issued() {
        count("OK", null);
    }

    void failed(Failure failure) {
        count(failure.code().name(), failure.upstreamCode());
        if (THROTTLE.isDue(Line.FAILED)) {
            LOG.warn("No access token of LINE WORKS: " + failure.summary());
        }
    }

    void rejected() {
        Counter.builder("meishi.upstream.tokens.rejected")
                .description("Access tokens that LINE WORKS rejected before their time")
                .register(registry)
                .increment();
        if (THROTTLE.isDue(Line.REJECTED)) {
            LOG.info("LINE WORKS has rejected an access token before its time; another one is asked for.");
        }
    }

    private void count(String result, @Nullable String error) {
        Counter.builder("meishi.upstream.tokens")
                .description("Access tokens of LINE WORKS that were asked for")
                .tag("result", result)
                .tag("error", error == null ? "" : ERRORS.contains(error) ? error : "other")
                .register(registry)
                .increment();
    }
}
