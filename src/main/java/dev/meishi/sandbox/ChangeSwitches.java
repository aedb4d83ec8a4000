package dev.meishi.sandbox;

import dev.meishi.sandbox.data.ChangeBatch;
import dev.meishi.sandbox.data.Changes;
import dev.meishi.sandbox.faults.Switches;
import io.vertx.core.json.JsonObject;

/** Reads how contacts are to change, from the configuration and from {@code /sandbox/changes}. */
final class ChangeSwitches {

    private static final int MOST_A_SECOND = 1_000;
    private static final int MOST_AT_ONCE = 10_000;

    private ChangeSwitches() {}

    /** The configured rates, under the rules of the run-time switches. */
    static Changes.Rates configured(SandboxConfig.ChangeRates rates) {
        return rates(new JsonObject()
                .put("insertsPerSecond", rates.insertsPerSecond())
                .put("updatesPerSecond", rates.updatesPerSecond())
                .put("deletesPerSecond", rates.deletesPerSecond()));
    }

    static Changes.Rates rates(JsonObject json) {
        Switches switches = new Switches(json);
        Changes.Rates rates = new Changes.Rates(
                switches.number("insertsPerSecond", MOST_A_SECOND),
                switches.number("updatesPerSecond", MOST_A_SECOND),
                switches.number("deletesPerSecond", MOST_A_SECOND));
        switches.refuseOthers();
        return rates;
    }

    static ChangeBatch.Size size(JsonObject json) {
        Switches switches = new Switches(json);
        ChangeBatch.Size size = new ChangeBatch.Size(
                switches.wholeNumber("inserts", MOST_AT_ONCE),
                switches.wholeNumber("updates", MOST_AT_ONCE),
                switches.wholeNumber("deletes", MOST_AT_ONCE));
        switches.refuseOthers();
        return size;
    }
}
