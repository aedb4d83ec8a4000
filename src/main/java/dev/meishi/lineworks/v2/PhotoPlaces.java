package dev.meishi.lineworks.v2;

import dev.meishi.failure.Failure;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.TransportErrors;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where redirections to photos may lead: by HTTPS to the hosts that are allowed and the names below them, and to where the
 * API itself is. So an answer that LINE WORKS did not write makes the gateway ask no other machine for anything.
 */
@Singleton
class PhotoPlaces {

    private static final int HTTPS = 443;

    private final UpstreamConfig config;
    private final UpstreamAddress address;
    private final boolean sandbox;
    private final Set<String> hosts;

    PhotoPlaces(
            UpstreamConfig config,
            UpstreamAddress address,
            @ConfigProperty(name = "meishi.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        this.config = config;
        this.address = address;
        this.sandbox = sandbox;
        this.hosts = config.photoHosts();
    }

    /**
     * Checks where an answer redirects to.
     *
     * @param location header of the answer
     * @return the place, absolute
     * @throws Failure {@code UPSTREAM_INVALID} if there is none, or it is not allowed
     */
    URI check(@Nullable String location) {
        if (location == null) {
            throw TransportErrors.invalid("asked for a photo it redirected to none");
        }
        URI api = LineWorksV2Client.address(config, address, sandbox);
        URI place = resolved(api, location);
        String host = place.getHost();
        if (host == null || place.getRawUserInfo() != null) {
            throw TransportErrors.invalid("the place of a photo has no host, or a user");
        }
        if (!isOrigin(api, place) && !isAllowed(place, host.toLowerCase(Locale.ROOT))) {
            throw TransportErrors.invalid(
                    "it redirects to a photo at a host, or in a way, that is not allowed (meishi.upstream.photo-hosts, HTTPS alone)");
        }
        return place;
    }

    private static URI resolved(URI api, String location) {
        try {
            return api.resolve(location);
        } catch (IllegalArgumentException notAnAddress) {
            throw TransportErrors.invalid("the place of a photo is not a URL");
        }
    }

    private static boolean isOrigin(URI api, URI place) {
        return api.getScheme().equalsIgnoreCase(place.getScheme())
                && api.getHost().equalsIgnoreCase(place.getHost())
                && api.getPort() == place.getPort();
    }

    private boolean isAllowed(URI place, String host) {
        return "https".equalsIgnoreCase(place.getScheme())
                && (place.getPort() < 0 || place.getPort() == HTTPS)
                && hosts.stream().anyMatch(allowed -> host.equals(allowed) || host.endsWith('.' + allowed));
    }
}
