package dev.meishi.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** Few connections, and times for their heads and their silence that a test can wait for. The simulator is on, as it is not in what is shipped. */
public class BriefConnections implements QuarkusTestProfile {

    static final int CONNECTIONS = 4;
    static final Duration HEAD_TIMEOUT = Duration.ofMillis(400);

    /** More than what any test waits for on a connection that is to stay. */
    static final Duration IDLE = Duration.ofSeconds(2);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.http.head-timeout", HEAD_TIMEOUT.toString(),
                "quarkus.http.idle-timeout", IDLE.toString(),
                "quarkus.http.limits.max-connections", String.valueOf(CONNECTIONS),
                "meishi.sandbox.enabled", "true");
    }
}
