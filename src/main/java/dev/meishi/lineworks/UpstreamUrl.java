package dev.meishi.lineworks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a configured address. Its messages quote nothing of the address, which may hold a password. */
public final class UpstreamUrl {

    private UpstreamUrl() {}

    /**
     * What is wrong with an address.
     *
     * @param text its value
     * @param isPlainAllowed whether it may be another machine's without TLS
     * @param hasPath whether it may have a path
     * @return the rest of a sentence that begins with the key; empty if it can be used
     */
    public static Optional<String> refusal(String text, boolean isPlainAllowed, boolean hasPath) {
        String found = found(text, hasPath);
        if (found != null) {
            return Optional.of("must be http:// or https:// with a host and, if needed, a port"
                    + (hasPath ? " and a path" : "") + ", found " + found);
        }
        URI url = URI.create(text);
        if (url.getScheme().equalsIgnoreCase("http") && !isPlainAllowed && !isThisMachine(url.getHost())) {
            return Optional.of("is http:// to another machine, to which the credentials and all contacts would go"
                    + " unencrypted; use https://, or set meishi.upstream.allow-plain-http=true");
        }
        return Optional.empty();
    }

    private static @Nullable String found(String text, boolean hasPath) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException notAnAddress) {
            return "a text that is not a URL";
        }
        if (url.getRawUserInfo() != null || (url.getHost() == null && text.contains("@"))) {
            return "a URL with a user or a password; credentials are settings of their own";
        }
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            return "a URL with another scheme or none";
        }
        if (url.getHost() == null) {
            return "a URL without a host";
        }
        boolean isBare =
                hasPath || url.getRawPath().isEmpty() || url.getRawPath().equals("/");
        return isBare && url.getRawQuery() == null && url.getRawFragment() == null
                ? null
                : hasPath ? "a URL with a query or a fragment" : "a URL with a path, a query or a fragment";
    }

    /** By its name or number alone: what another name resolves to may change. */
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.toLowerCase(Locale.ROOT).endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]");
    }
}
