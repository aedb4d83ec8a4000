package dev.meishi.server;

import dev.meishi.failure.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts requests that were refused before an operation was looked for in them, by what is answered: both labels are of
 * closed sets. Connections, which are none of the application's beans, count theirs too, so it is the registry of the process.
 */
public final class RefusedRequests {

    private RefusedRequests() {}

    /**
     * One more.
     *
     * @param code of its error
     * @param status of its answer
     */
    public static void count(ErrorCode code, int status) {
        Counter.builder("meishi.requests.refused")
                .description("Requests that were refused before an operation was looked for")
                .tag("error.type", code.name())
                .tag("http.response.status_code", String.valueOf(status))
                .register(Metrics.globalRegistry)
                .increment();
    }
}
