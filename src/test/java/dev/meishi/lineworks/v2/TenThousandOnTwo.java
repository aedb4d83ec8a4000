package dev.meishi.lineworks.v2;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A simulator of the size that walks need, called by API 2.0, and pages cached as they are by default. */
public final class TenThousandOnTwo implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.upstream.api", "2.0",
                "meishi.sandbox.contacts", "10000",
                "meishi.page-cache.fresh", "30s",
                "meishi.page-cache.stale-while-revalidate", "5m",
                "meishi.page-cache.stale-if-error", "1h");
    }
}
