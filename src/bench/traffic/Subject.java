package traffic;

import harness.PackagedGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is about.
 *
 * @param instance that is asked
 * @param management that tells of it; null if nobody said where that is
 * @param own the gateway, if it was started here
 */
record Subject(
        Instance instance,
        @Nullable Management management,
        @Nullable PackagedGateway own) implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("meishi.sandbox.enabled", "true", "meishi.quota.calls-per-minute", "1000000");

    /** The deployed one that options name, or one that is started. */
    static Subject of(Options options, String name) throws Unusable, InterruptedException {
        if (options.address().isPresent()) {
            URI address = options.address().get();
            Optional<URI> management = options.management();
            return new Subject(
                    new Instance(address, options.headers(), options.trusted(), options.timeout()),
                    management.map(Management::new).orElse(null),
                    null);
        }
        List<String> more = options.given().list("--options");
        String binary = options.given().text("--binary");
        List<String> program = binary.isEmpty()
                ? PackagedGateway.jar(options.given().text("--jar"), more)
                : PackagedGateway.binary(binary, more);
        try {
            PackagedGateway own = PackagedGateway.start(program, SETTINGS, Path.of("target", name, "gateway.log"));
            return new Subject(
                    new Instance(at(own.port()).resolve("/graphql"), Map.of(), options.trusted(), options.timeout()),
                    new Management(at(own.management())),
                    own);
        } catch (IOException notStarted) {
            throw new Unusable(Exit.INSTANCE, "%s", notStarted.getMessage());
        }
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Resident bytes, which are known of a process on this machine only. */
    double resident() {
        try {
            return own == null ? Double.NaN : own.server().resident();
        } catch (IOException ended) {
            return Double.NaN;
        }
    }

    /** What is done to it, as the first line of a report. */
    String described(Options options, CallLimit limit) throws Unusable {
        String where = own != null
                ? "started here on its simulator"
                : options.isHere() ? "on this machine" : "not on this machine";
        return "%s, %s: %s requests a second for %s over at most %d connections, all of which only read; %s."
                .formatted(
                        instance,
                        where,
                        options.rate() % 1 == 0 ? String.valueOf((long) options.rate()) : options.rate(),
                        options.duration().toString().substring(2).toLowerCase(Locale.ROOT),
                        options.connections(),
                        limit);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
