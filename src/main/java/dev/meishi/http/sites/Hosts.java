package dev.meishi.http.sites;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The names under which requests are answered. A page of any site can have its own name resolved to this gateway's
 * address (DNS rebinding); its requests are then of one origin to the browser, and only the name in {@code Host} tells
 * that they were not meant for this gateway.
 *
 * <p>Names of the loopback interface are answered always: browsers resolve them to the machine that they run on, whatever
 * DNS says (RFC 6761, section 6.3).
 */
@Singleton
public class Hosts {

    private static final Logger LOG = Logger.getLogger(Hosts.class);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BELOW_LOCALHOST = ".localhost";
    private static final String ANY = "*";

    private static final Pattern PORT = Pattern.compile("[0-9]{0,5}");

    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final Set<String> suffixes = new LinkedHashSet<>(Set.of(BELOW_LOCALHOST));
    private final boolean isAny;

    /** The name last found to be one of this gateway's: nearly all requests have the same. */
    private volatile String lastAnswered = "localhost";

    @Inject
    Hosts(SitesConfig config) {
        this(config.hosts().orElse(Set.of()));
    }

    /**
     * With names beside those of the loopback interface.
     *
     * @param configured host names without a port, {@code *.example.com} for all below one, {@code *} for all
     */
    Hosts(Set<String> configured) {
        for (String entry : configured) {
            String name = entry.strip().toLowerCase(Locale.ROOT);
            if (name.startsWith("*.")) {
                suffixes.add(name.substring(1));
            } else {
                names.add(name);
            }
        }
        this.isAny = names.contains(ANY);
        String beside = configured.isEmpty() ? "" : ", and for " + String.join(", ", configured);
        LOG.infof("Requests are served for localhost and the other loopback names%s (meishi.http.hosts)", beside);
    }

    /**
     * The name by which a request asks for another server: that of its {@code Host}, or of an absolute target (RFC 9112,
     * section 3.2.2), which takes the place of {@code Host}; here both must be right.
     *
     * @param request with its headers
     * @return null if the request is for this gateway; the empty text if it names none
     */
    public @Nullable String foreign(HttpServerRequest request) {
        if (isAny) {
            return null;
        }
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null || !isAnswered(host)) {
            return host == null ? "" : host;
        }
        String target = request.uri();
        if (target.startsWith("/") || target.equals("*")) {
            return null;
        }
        String authority = authority(target);
        return isAnswered(authority) ? null : authority;
    }

    /** What stands between scheme and path. */
    private static String authority(String target) {
        int scheme = target.indexOf("://");
        String rest = scheme < 0 ? target : target.substring(scheme + 3);
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return rest.substring(0, i);
            }
        }
        return rest;
    }

    /** Whether a name, with or without a port, is one of this gateway's. */
    boolean isAnswered(String authority) {
        if (authority.equals(lastAnswered)) {
            return true;
        }
        boolean isOne = isOneOfThem(authority);
        if (isOne) {
            lastAnswered = authority;
        }
        return isOne;
    }

    private boolean isOneOfThem(String authority) {
        int port = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        if (port >= 0 && !PORT.matcher(authority.substring(port + 1)).matches()) {
            return false;
        }
        String name = (port < 0 ? authority : authority.substring(0, port)).toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return names.contains(name) || isBelow(name);
    }

    private boolean isBelow(String name) {
        for (String suffix : suffixes) {
            if (name.length() > suffix.length() && name.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }
}
