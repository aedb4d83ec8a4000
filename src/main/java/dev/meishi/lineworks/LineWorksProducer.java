package dev.meishi.lineworks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses at start which API of LINE WORKS is called: every build has all of them. */
@ApplicationScoped
public class LineWorksProducer {

    @Produces
    @Singleton
    LineWorks lineWorks(
            UpstreamConfig config,
            @Speaks(UpstreamApi.V1) Instance<LineWorks> first,
            @Speaks(UpstreamApi.V2) Instance<LineWorks> second) {
        return (UpstreamApi.V2.isChosen(config) ? second : first).get();
    }
}
