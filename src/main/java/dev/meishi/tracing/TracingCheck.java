package dev.meishi.tracing;

import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;

/** Checks that spans can be sent to where they are to be sent, and the ranges of the other settings. */
@RegisterForReflection(fields = false)
public final class TracingCheck implements SettingsCheck<TracingConfig> {

    /** Some 150 MB. */
    private static final int MOST_WAITING = 100_000;

    @Override
    public void check(TracingConfig config, Mistakes mistakes) {
        String endpoint = config.endpoint();
        if (!isUrl(endpoint)) {
            mistakes.add(
                    "meishi.tracing.endpoint",
                    "must be the http or https URL of a collector without a user, such as"
                            + " http://localhost:4318/v1/traces, found '"
                            + (endpoint.contains("@") ? "one with a user" : endpoint) + "'");
        }
        double ratio = config.ratio();
        if (!(ratio >= 0 && ratio <= 1)) {
            mistakes.add(
                    "meishi.tracing.ratio", "must be " + (ratio > 1 ? "at most 1" : "at least 0") + ", found " + ratio);
        }
        Ranges.of("meishi.tracing", mistakes)
                .atLeast("queue", config.queue(), SpanQueue.BATCH)
                .atMost("queue", config.queue(), MOST_WAITING);
    }

    private static boolean isUrl(String text) {
        try {
            URI url = URI.create(text);
            boolean isHttp = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return isHttp && url.getHost() != null && url.getRawUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
