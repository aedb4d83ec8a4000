package dev.meishi.tracing;

import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;

/** Checks that spans can be sent to where they are to be sent. */
@RegisterForReflection(fields = false)
public final class TracingCheck implements SettingsCheck<TracingConfig> {

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
