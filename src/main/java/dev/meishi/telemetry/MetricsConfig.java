package dev.meishi.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many series the metrics of operations may have. */
@ConfigMapping(prefix = "meishi.metrics")
public interface MetricsConfig {

    /**
     * How many names of operations have series of their own, beside those of trusted documents. Clients choose the names, so
     * there is a bound; further names are counted together.
     *
     * @return 100 by default, which makes for 9,000 series at most: five outcomes, 18 series a histogram
     */
    @WithDefault("100")
    @Min(0)
    @Max(10_000)
    int operations();
}
