package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A gateway's settings, for tests of what is read from them. */
public final class Installation {

    private Installation() {}

    /** The domains of a gateway whose own is {@code own}; {@code more} is a comma-separated list, empty for none. */
    public static Domains domains(String own, String more) {
        Tenant tenant = new Tenant("api", own, Secret.of("consumer-key"), Secret.of("server-token"));
        UpstreamConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UpstreamConfig.class)
                .withDefaultValue("meishi.upstream.more-domain-ids", more)
                .build()
                .getConfigMapping(UpstreamConfig.class);
        return new Domains(tenant, config);
    }
}
