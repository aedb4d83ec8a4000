package dev.meishi.http.sites;

import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that the names of hosts are host names. */
@RegisterForReflection(fields = false)
public final class HostsCheck implements SettingsCheck<SitesConfig> {

    private static final Pattern ENTRY =
            Pattern.compile("\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+]");

    @Override
    public void check(SitesConfig config, Mistakes mistakes) {
        for (String entry : config.hosts().orElse(Set.of())) {
            if (!ENTRY.matcher(entry.strip().toLowerCase(Locale.ROOT)).matches()) {
                mistakes.add(
                        "meishi.http.hosts",
                        "must have host names without scheme, port and path, such as contacts.example.com,"
                                + " *.example.com for all below one, or * for every name, found '" + entry + "'");
            }
        }
    }
}
