package dev.meishi.doctor;

import dev.meishi.lineworks.UpstreamAddress;
import io.quarkus.arc.Unremovable;
import io.quarkus.bootstrap.runner.RunnerClassLoader;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway, from its start to its end. Where people develop, the last lines of its log say where it is. */
@Singleton
@Unremovable
public class GatewayRun implements QuarkusApplication {

    private final UpstreamAddress address;
    private final boolean isGraphiqlServed;

    GatewayRun(
            UpstreamAddress address,
            @ConfigProperty(name = "meishi.graphiql.enabled", defaultValue = "false") boolean isGraphiqlServed) {
        this.address = address;
        this.isGraphiqlServed = isGraphiqlServed;
    }

    @Override
    public int run(String... arguments) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            StandardOutput.print(lines());
        }
        // As Quarkus does it where nothing is run: what was read of the jars for the start is not needed again.
        if (Thread.currentThread().getContextClassLoader() instanceof RunnerClassLoader jars) {
            jars.resetInternalCaches();
        }
        Quarkus.waitForExit();
        return 0;
    }

    /** Where to go from here. */
    String lines() {
        String graphiql = isGraphiqlServed ? "GraphiQL  " + address.own() + "/graphiql/\n" : "";
        return graphiql + "Endpoint  " + address.own() + "/graphql\nRead on   README.md, and the pages in src/docs";
    }
}
