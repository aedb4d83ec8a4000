package dev.meishi.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Deadlines that a test can wait for, and WebSockets, which have them too. */
public class Hurried implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.http.operation-timeout", "1s",
                "meishi.http.body-timeout", "1s",
                "meishi.http.write-timeout", "2s",
                "meishi.websocket.enabled", "true",
                "meishi.websocket.origins", "https://frontend.example",
                "meishi.websocket.init-timeout", "500ms",
                "meishi.limits.max-concurrent-operations", "2");
    }
}
