package dev.meishi.lineworks;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The domains a query may name: the configured one and those added to it. */
@Singleton
public class Domains {

    private final String own;
    private final Set<String> known;

    Domains(Tenant tenant, UpstreamConfig config) {
        own = tenant.domainId();
        known = new HashSet<>(config.moreDomainIds().orElse(Set.of()));
        known.add(own);
    }

    /**
     * The domain used when none is named.
     *
     * @return its id
     */
    public String own() {
        return own;
    }

    /**
     * Whether the gateway serves a domain.
     *
     * @param domainId as a caller named it
     * @return true if it is configured
     */
    public boolean has(String domainId) {
        return known.contains(domainId);
    }

    /**
     * The domain a caller means.
     *
     * @param domainId as the caller named it, null for the gateway's own
     * @return a configured domain
     * @throws Failure {@code INVALID_ARGUMENT} if it is not configured
     */
    public String named(@Nullable String domainId) {
        if (domainId == null) {
            return own;
        }
        if (!has(domainId)) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "The gateway does not serve the requested domain; leave domainId out to use its default domain.");
        }
        return domainId;
    }
}
