package dev.meishi.contact;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a change may be served to clients that keep a copy. */
@CheckedBy(ChangesConfig.Check.class)
@ConfigMapping(prefix = "meishi.changes")
public interface ChangesConfig {

    /**
     * How long after its end a second is taken to be over at LINE WORKS. Times are whole seconds there, and in which
     * order contacts of one second come is not known: a client that was served one of them before the last one was written
     * might never see that one. The clocks of the gateway and of LINE WORKS differ, and a change may take a while to show
     * in a list.
     *
     * @return 10 s by default: clocks synchronized by NTP differ by less than one; the rest is for the list
     */
    @WithDefault("10s")
    Duration settleTime();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<ChangesConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(ChangesConfig set, Mistakes mistakes) {
            Ranges.of("meishi.changes", mistakes).within("settle-time", set.settleTime(), Duration.ZERO, Ranges.DAY);
        }
    }
}
