package dev.meishi.access;

import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks the ranges of each class of callers, and that each has a token of its own, except for the class of all others. */
@RegisterForReflection(fields = false)
public final class CallersCheck implements SettingsCheck<CallersConfig> {

    @Override
    public void check(CallersConfig config, Mistakes mistakes) {
        Map<Secret, String> owners = new LinkedHashMap<>();
        new TreeMap<>(config.classes()).forEach((name, settings) -> {
            Ranges.of("meishi.callers." + name, mistakes)
                    .atLeast("max-upstream-calls", settings.maxUpstreamCalls(), 1)
                    .atLeast("weight", settings.weight(), 1)
                    .atMost("weight", settings.weight(), Callers.MAX_WEIGHT)
                    .atLeast("max-concurrent-exports", settings.maxConcurrentExports(), 1);
            String key = "meishi.callers.\"" + name + "\".token";
            Optional<Secret> token = settings.token();
            if (name.equals(Callers.DEFAULT) && token.isPresent()) {
                mistakes.add(key, "must not be set: clients without a known token are of this class");
            } else if (!name.equals(Callers.DEFAULT) && token.isEmpty()) {
                mistakes.add(key, "is missing: no client could be of this class");
            }
            String refusal = token.flatMap(SecretFile::refusal).orElse(null);
            if (refusal != null) {
                mistakes.add(key, refusal);
                return;
            }
            String owner = token.map(SecretFile::resolve)
                    .map(secret -> owners.putIfAbsent(secret, name))
                    .orElse(null);
            if (owner != null) {
                mistakes.add(key, "is also the token of \"" + owner + "\": a token must belong to one class");
            }
        });
    }
}
