package dev.meishi.doctor;

import dev.meishi.lineworks.UpstreamAddress;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway where people develop: once it is started, the last lines of its log say where it is. */
@Singleton
@Unremovable
public class DevelopmentRun implements QuarkusApplication {

    private final UpstreamAddress address;
    private final boolean isGraphiqlServed;

    DevelopmentRun(
            UpstreamAddress address,
            @ConfigProperty(name = "meishi.graphiql.enabled", defaultValue = "false") boolean isGraphiqlServed) {
        this.address = address;
        this.isGraphiqlServed = isGraphiqlServed;
    }

    @Override
    public int run(String... arguments) {
        StandardOutput.print(lines());
        Quarkus.waitForExit();
        return 0;
    }

    /** Where to go from here. */
    String lines() {
        String graphiql = isGraphiqlServed ? "GraphiQL  " + address.own() + "/graphiql/\n" : "";
        return graphiql + "Endpoint  " + address.own() + "/graphql\nRead on   README.md, and the pages in src/docs";
    }
}
