package dev.meishi.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Everybody may have little, and who has the office's token more; it is watched what calls find in their scope. */
public class TwoClasses implements QuarkusTestProfile {

    static final String OFFICE = "Bearer t0ken-of-the-office";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.callers.default.max-upstream-calls", "5",
                "meishi.callers.default.refresh", "false",
                "meishi.callers.\"back office\".token", "t0ken-of-the-office",
                "meishi.callers.\"back office\".max-upstream-calls", "50",
                "meishi.websocket.enabled", "true");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(LedgerScopeTest.Watcher.class);
    }
}
