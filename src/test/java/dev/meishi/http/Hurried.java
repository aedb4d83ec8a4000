package dev.meishi.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Deadlines that a test can wait for. */
public class Hurried implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("meishi.http.operation-timeout", "1s", "meishi.http.body-timeout", "1s");
    }
}
