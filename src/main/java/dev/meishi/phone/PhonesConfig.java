package dev.meishi.phone;

import dev.meishi.settings.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How phone numbers are read. */
@CheckedBy(RegionCheck.class)
@ConfigMapping(prefix = "meishi.phones")
public interface PhonesConfig {

    /**
     * Where a number without a country code is dialled.
     *
     * @return two capital letters of ISO 3166; JP by default, where most tenants of LINE WORKS are
     */
    @WithDefault("JP")
    String region();
}
