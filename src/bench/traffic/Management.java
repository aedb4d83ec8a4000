package traffic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The management port of an instance, which has its metrics. */
final class Management {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * What an instance says of itself.
     *
     * @param heap bytes in use, but for what was allocated since the last collection
     * @param files open ones, connections included
     * @param series of metrics
     * @param calls to LINE WORKS since its start, by all of its clients
     */
    record Reading(double heap, double files, double series, double calls) {

        /** The same, with the heap of another one if that was lower: in between it was collected. */
        Reading withLowerHeap(Reading other) {
            return other.heap < heap ? new Reading(other.heap, files, series, calls) : this;
        }
    }

    private final URI metrics;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** At an address without a path. */
    Management(URI address) {
        metrics = address.resolve("/q/metrics");
    }

    /**
     * Reads it.
     *
     * @throws Unusable if there are no metrics
     */
    Reading read() throws Unusable, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics)
                .timeout(TIMEOUT)
                .header("Accept", "text/plain")
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            List<String> series = response.body()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (response.statusCode() != 200 || sum(series, "meishi_build_info").isEmpty()) {
                throw new Unusable(
                        Exit.INSTANCE,
                        "%s answered %d, without a gateway's metrics. Expected is the management port of --management.",
                        metrics,
                        response.statusCode());
            }
            List<String> old = series.stream()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                    .filter(line -> !line.toLowerCase(Locale.ROOT).contains("eden"))
                    .toList();
            return new Reading(
                    sum(old, "jvm_memory_used_bytes").orElse(Double.NaN),
                    sum(series, "process_files_open_files").orElse(Double.NaN),
                    series.size(),
                    sum(series, "http_client_request_duration_seconds_count").orElse(0.0));
        } catch (IOException unreachable) {
            throw new Unusable(
                    Exit.INSTANCE, "The metrics at %s cannot be read: %s.", metrics, Instance.what(unreachable));
        }
    }

    /** Of all series of a name; empty if there are none. */
    private static Optional<Double> sum(List<String> series, String name) {
        return series.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum);
    }
}
