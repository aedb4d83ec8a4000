package dev.meishi;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The quota of a new installation, without a cache, so that each answer takes its calls; the breaker pauses for as long as a test can wait. */
public class AsInstalled implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.quota.calls-per-minute", "60",
                "meishi.quota.max-wait", "2s",
                "meishi.quota.breaker.volume", "4",
                "meishi.quota.breaker.pause", "1s");
    }
}
