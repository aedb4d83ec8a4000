package dev.meishi;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A simulator of the size that walks need, and exports that nobody may read slowly or for long: a megabyte a second, for six seconds. */
public class TenThousandContacts implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.sandbox.contacts", "10000",
                "meishi.page-cache.fresh", "10m",
                "meishi.export.stall-timeout", "1s",
                "meishi.export.min-throughput", "60M",
                "meishi.export.timeout", "6s");
    }
}
