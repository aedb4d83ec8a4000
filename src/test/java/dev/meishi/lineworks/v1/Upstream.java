package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import dev.meishi.quota.Governor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;

/** LINE WORKS as the gateway reaches it, but elsewhere: with its credentials and its quota, and connections of one's own. */
@Singleton
class Upstream {

    private static final Memory UNBOUNDED =
            new Memory(Map.of(Account.UPSTREAM, Share.of("75%")), 1L << 40, new SimpleMeterRegistry());

    @Inject
    UpstreamConfig config;

    @Inject
    Tenant tenant;

    @Inject
    HttpServer http;

    @Inject
    Governor governor;

    /** The gateway's settings with another address. */
    Elsewhere elsewhere(URI there) {
        return new Elsewhere(config, there, config.maxConnections(), config.keepAlive(), config.maxAnswer());
    }

    /** At another address. */
    LineWorks at(URI there) {
        return with(elsewhere(there));
    }

    /** With other settings. */
    LineWorks with(UpstreamConfig settings) {
        return with(settings, UNBOUNDED);
    }

    /** With other settings, and so much memory for what is received. */
    LineWorks with(UpstreamConfig settings, Memory memory) {
        UpstreamAddress address = new UpstreamAddress(settings, http, 0);
        return new LineWorksV1(
                LineWorksV1Client.api(settings, tenant, address, memory), settings, tenant, address, governor);
    }

    /** With an API in the place of calls. */
    LineWorks through(LineWorksV1Api api) {
        return new LineWorksV1(api, config, tenant, new UpstreamAddress(config, http, 0), governor);
    }
}
