package dev.meishi.http.sites;

import dev.meishi.settings.CheckedBy;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Under which names the gateway is reached, and what pages of other sites must send. */
@Unremovable
@CheckedBy(HostsCheck.class)
@ConfigMapping(prefix = "meishi.http")
public interface SitesConfig {

    /**
     * The host names by which clients reach this gateway, without ports; {@code *.example.com} is all names below
     * one, {@code *} every name. A request for another host is refused.
     *
     * @return beside those of the loopback interface ({@code localhost}, {@code *.localhost}, {@code 127.0.0.1},
     *     {@code [::1]}), which always hold; none by default
     */
    Optional<Set<String>> hosts();

    /**
     * Whether a GET needs a header that a browser sends to another site only after asking it, even where the browser
     * itself says that the request comes from this site.
     *
     * @return false by default: {@link CrossSite} tells other sites' pages by what browsers send of themselves
     */
    @WithDefault("false")
    boolean requirePreflight();
}
