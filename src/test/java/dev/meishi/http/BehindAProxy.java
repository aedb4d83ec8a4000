package dev.meishi.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A quota that is soon used up, callers whose addresses a proxy names, cross-origin sharing with one frontend, and no trust in what browsers say of themselves. */
public class BehindAProxy implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.quota.calls-per-minute", "40",
                "meishi.quota.max-wait", "0s",
                "meishi.callers.office.token", "t0ken-of-the-office",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", "https://frontend.example",
                "meishi.http.require-preflight", "true");
    }
}
