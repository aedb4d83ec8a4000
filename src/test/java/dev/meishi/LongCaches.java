package dev.meishi;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Pages are cached for long, for whoever may use them; tags are not, and changes are served soon. */
public class LongCaches implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.page-cache.fresh", "1h",
                "meishi.page-cache.stale-while-revalidate", "1h",
                "meishi.page-cache.stale-if-error", "3h",
                "meishi.quota.breaker.volume", "4",
                "meishi.changes.settle-time", "1s",
                "meishi.tags.max-age", "2s");
    }
}
