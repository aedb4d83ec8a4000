package dev.meishi.differential;

import dev.meishi.contact.StandingClock;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A gateway to {@link RandomLineWorks}, with a clock that stands still and more room than callers have. */
public class RandomDataProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put(StandingClock.NOW, Settings.NOW.toString());
        settings.put("meishi.upstream.domain-id", Settings.OWN_DOMAIN);
        settings.put("meishi.upstream.more-domain-ids", String.join(",", Settings.MORE_DOMAINS));
        settings.put("meishi.tags.max-age", "1h");
        settings.put("meishi.limits.tokens", "100000");
        settings.put("meishi.limits.depth", "100");
        settings.put("meishi.limits.fields", "100000");
        settings.put("meishi.limits.aliases", "100000");
        settings.put("meishi.limits.root-fields", "1000");
        settings.put("meishi.limits.directives", "100000");
        settings.put("meishi.limits.duplicate-fields", "100000");
        return settings;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(RandomLineWorks.class, StandingClock.class);
    }
}
