package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.CallDurations;
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
    Authorization authorization;

    @Inject
    HttpServer http;

    @Inject
    Governor governor;

    @Inject
    CallDurations durations;

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
        return of(settings, tenant, authorization, memory);
    }

    /** With other settings, of another tenant, by another permission to call. */
    LineWorks of(UpstreamConfig settings, Tenant whose, Authorization permission) {
        return of(settings, whose, permission, UNBOUNDED);
    }

    private LineWorks of(UpstreamConfig settings, Tenant whose, Authorization permission, Memory memory) {
        UpstreamAddress address = new UpstreamAddress(settings, http, 0);
        LineWorksV1Api api = LineWorksV1Client.api(settings, whose, address, memory);
        return new LineWorksV1(
                api, settings, whose, address, permission, Installation.seals(null), governor, durations);
    }

    /** With an API in the place of calls. */
    LineWorks through(LineWorksV1Api api) {
        UpstreamAddress address = new UpstreamAddress(config, http, 0);
        return new LineWorksV1(
                api, config, tenant, address, authorization, Installation.seals(null), governor, durations);
    }
}
