package dev.meishi.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** The limit of calls for the total of a list. */
@ConfigMapping(prefix = "meishi.totals")
public interface TotalsConfig {

    /**
     * Most calls to LINE WORKS for one total.
     *
     * @return 20 by default: more than a total takes by halving a list, or by the ends of a span. Zero allows those alone
     *     that need no call
     */
    @WithDefault("20")
    @Min(0)
    int maxCalls();
}
