package dev.meishi.doctor;

import dev.meishi.failure.Failure;
import dev.meishi.lineworks.Speaks;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.probe.Granted;
import dev.meishi.lineworks.probe.ProbedApi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Examines the settings, the permission to call and each operation of the configured API. Nothing of it is cached or repeated. */
@Singleton
public class Doctor {

    private final ProbedApi api;
    private final UpstreamConfig upstream;
    private final Config config;

    Doctor(
            UpstreamConfig upstream,
            Config config,
            @Speaks(UpstreamApi.V1) Instance<ProbedApi> first,
            @Speaks(UpstreamApi.V2) Instance<ProbedApi> second) {
        this.upstream = upstream;
        this.config = config;
        this.api = (UpstreamApi.V2.isChosen(upstream) ? second : first).get();
    }

    /**
     * How many calls an examination makes at most.
     *
     * @return the call for a token included
     */
    public int mostCalls() {
        return api.callsForPermission() + api.probes().size();
    }

    /**
     * Makes the calls, one after the other.
     *
     * @return whatever is found; no answer of LINE WORKS makes it fail
     */
    public Uni<Report> examine() {
        return api.authorize()
                .chain(granted ->
                        new Examination(api).calls().map(calls -> report(granted, calls, Findings.of(calls, granted))))
                .onFailure(Failure.class)
                .recoverWithItem(refused ->
                        report(Granted.AS_CONFIGURED, List.of(), List.of(Finding.problem(refused.summary()))));
    }

    private Report report(Granted granted, List<CallResult> calls, List<Finding> findings) {
        return new Report(upstream.api(), Setting.all(config), granted, mostCalls(), calls, api.notCalled(), findings);
    }
}
