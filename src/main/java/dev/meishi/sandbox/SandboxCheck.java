package dev.meishi.sandbox;

import dev.meishi.sandbox.api.Assertion;
import dev.meishi.sandbox.data.StartData;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** Checks the ranges of the simulator's settings and, if it is on, what its run-time switches have rules for. */
@RegisterForReflection(fields = false)
public final class SandboxCheck implements SettingsCheck<SandboxConfig> {

    private static final int MOST_CONTACTS = 200_000;

    @Override
    public void check(SandboxConfig config, Mistakes mistakes) {
        Ranges.of("meishi.sandbox", mistakes)
                .atLeast("contacts", config.contacts(), 0)
                .atMost("contacts", config.contacts(), MOST_CONTACTS)
                .atLeast("token-lifetime", config.tokenLifetime(), Ranges.MILLISECOND)
                .atLeast("hang-timeout", config.hangTimeout(), Ranges.MILLISECOND);
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
