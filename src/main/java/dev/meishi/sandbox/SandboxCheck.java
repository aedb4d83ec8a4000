package dev.meishi.sandbox;

import dev.meishi.sandbox.api.Assertion;
import dev.meishi.sandbox.data.StartData;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** Checks the settings of the simulator by the rules of its run-time switches, if it is on. */
@RegisterForReflection(fields = false)
public final class SandboxCheck implements SettingsCheck<SandboxConfig> {

    @Override
    public void check(SandboxConfig config, Mistakes mistakes) {
        if (!config.enabled()) {
            return;
        }
        check("scenario", () -> Scenario.named(config.scenario()), mistakes);
        check("faults", () -> ConfiguredFaults.byOperation(config.faults()), mistakes);
        check("changes", () -> ChangeSwitches.configured(config.changes()), mistakes);
        check("jwt-public-key", () -> config.jwtPublicKey().ifPresent(Assertion::publicKey), mistakes);
        Instant earliest = StartData.EARLIEST_END;
        config.dataUntil()
                .filter(earliest::isAfter)
                .ifPresent(found -> mistakes.add(
                        "meishi.sandbox.data-until", "must not be before " + earliest + ", found " + found));
    }

    private static void check(String part, Runnable reading, Mistakes mistakes) {
        try {
            reading.run();
        } catch (IllegalArgumentException wrong) {
            mistakes.add("meishi.sandbox." + part, "cannot be used: " + wrong.getMessage());
        }
    }
}
