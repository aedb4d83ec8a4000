package dev.meishi.lineworks.v2;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A simulator of the size that walks need, called by API 2.0, pages cached as they are by default, and callers of few calls. */
public final class TenThousandOnTwo implements QuarkusTestProfile {

    /** Of callers whose operations may make {@link #FEW} calls. */
    static final String TOKEN_OF_FEW = "t0ken-of-callers-of-few-calls";

    static final int FEW = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.upstream.api", "2.0",
                "meishi.sandbox.contacts", "10000",
                "meishi.callers.few.token", TOKEN_OF_FEW,
                "meishi.callers.few.max-upstream-calls", String.valueOf(FEW),
                "meishi.page-cache.fresh", "30s",
                "meishi.page-cache.stale-while-revalidate", "5m",
                "meishi.page-cache.stale-if-error", "1h");
    }
}
