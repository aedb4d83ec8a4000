package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.RestClients;
import dev.meishi.memory.Memory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the REST client of API 2.0. */
final class LineWorksV2Client {

    private static final URI VENDOR = URI.create("https://www.worksapis.com/v1.0");

    private static final String SIMULATED = "/sandbox/2.0/v1.0";

    LineWorksV2Client() {}

    /** Built at its first use: the address of the sandbox is known only once the server listens. */
    @Produces
    @Singleton
    static LineWorksV2Api api(
            UpstreamConfig config,
            UpstreamAddress address,
            Memory memory,
            @ConfigProperty(name = "meishi.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        return at(address(config, address, sandbox), config, memory);
    }

    /** The client for photos, built at its first use as well. */
    @Produces
    @Singleton
    static LineWorksV2PhotoApi photoApi(
            UpstreamConfig config,
            UpstreamAddress address,
            Memory memory,
            @ConfigProperty(name = "meishi.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        return RestClients.to(address(config, address, sandbox), config, memory, Set.of())
                .register(new ErrorAnswers(400))
                .build(LineWorksV2PhotoApi.class);
    }

    /** That all paths are below; ask only once the server listens. */
    static URI address(UpstreamConfig config, UpstreamAddress address, boolean sandbox) {
        return config.url()
                .map(URI::create)
                .orElseGet(() -> sandbox ? address.own().resolve(SIMULATED) : VENDOR);
    }

    static LineWorksV2Api at(URI there, UpstreamConfig config, Memory memory) {
        return RestClients.to(there, config, memory, Set.of())
                .register(new BlanksAsPercent())
                .register(new ErrorAnswers(300))
                .build(LineWorksV2Api.class);
    }
}
