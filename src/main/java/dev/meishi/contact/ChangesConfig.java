package dev.meishi.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When a change may be served to clients that keep a copy. */
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
    @DurationMin
    @DurationMax(days = 1)
    Duration settleTime();
}
