package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.RestClients;
import dev.meishi.memory.Memory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

/** Builds the REST client of API 1.0. */
final class LineWorksV1Client {

    LineWorksV1Client() {}

    /** Built at its first use: the address of the sandbox is known only once the server listens. */
    @Produces
    @Singleton
    static LineWorksV1Api api(UpstreamConfig config, Tenant tenant, UpstreamAddress address, Memory memory) {
        return RestClients.to(address.uri(), config, memory, Set.of(ConsumerKey.HEADER))
                .register(new ConsumerKey(tenant))
                .register(new UpstreamErrors())
                .build(LineWorksV1Api.class);
    }

    /** By which its calls are allowed. */
    @Produces
    @Singleton
    static Authorization authorization(UpstreamConfig config, Tenant tenant, ScheduledExecutorService workers) {
        return new ServerToken(config.serverToken().orElse(tenant.serverToken()), workers, System::nanoTime);
    }
}
