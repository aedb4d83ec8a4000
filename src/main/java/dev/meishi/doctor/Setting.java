package dev.meishi.doctor;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of a setting. Only that it is there, unless its value is from a list that everybody knows.
 *
 * @param key of it
 * @param state that may be shown
 */
record Setting(String key, String state) {

    private static final String PREFIX = "meishi.upstream.";

    private static final List<String> KEYS = List.of(
            PREFIX + "api",
            PREFIX + "url",
            PREFIX + "token-url",
            PREFIX + "scope",
            PREFIX + "client-id",
            PREFIX + "client-secret",
            PREFIX + "service-account",
            PREFIX + "private-key",
            PREFIX + "domain-id",
            PREFIX + "api-id",
            PREFIX + "consumer-key",
            PREFIX + "server-token",
            "meishi.sandbox.enabled");

    private static final Pattern OPEN = Pattern.compile("[12]\\.0|true|false");

    private static final Pattern SCOPES = Pattern.compile("[a-z.]{1,40}([ ,]+[a-z.]{1,40}){0,30}");

    /** Of the vendor, and of this machine. */
    private static final Pattern HOST = Pattern.compile(
            "(.*\\.)?(worksapis\\.com|worksmobile\\.com|naverworks\\.com|gov-naverworks\\.com)|localhost|127\\.0\\.0\\.1");

    /** Those of the connection to LINE WORKS. */
    static List<Setting> all(Config config) {
        return KEYS.stream()
                .map(key -> new Setting(key, state(key, config.getConfigValue(key))))
                .toList();
    }

    private static String state(String key, ConfigValue found) {
        String value = found.getValue();
        if (value == null || value.isEmpty()) {
            return "not set";
        }
        if (key.endsWith("url")) {
            return host(value);
        }
        boolean isOpen = OPEN.matcher(value).matches()
                || (key.endsWith(".scope") && SCOPES.matcher(value).matches());
        return isOpen ? value : "set";
    }

    /** The host of an address, if it is one that everybody knows. */
    static String host(String address) {
        String host = hostOf(address);
        return host != null && HOST.matcher(host.toLowerCase(Locale.ROOT)).matches() ? host : "another host";
    }

    private static @Nullable String hostOf(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
