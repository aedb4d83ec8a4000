package dev.meishi.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Checks that the region is one that has a numbering plan. */
@RegisterForReflection(fields = false)
public final class RegionCheck implements SettingsCheck<PhonesConfig> {

    @Override
    public void check(PhonesConfig config, Mistakes mistakes) {
        String region = config.region();
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
            mistakes.add(
                    "meishi.phones.region",
                    "must be the two capital letters of a country or region, such as JP, KR or TW, found " + region);
        }
    }
}
