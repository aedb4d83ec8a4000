package traffic;

import harness.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What the command line says. A credential is not on it, but in a file that it names. */
final class Options {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("--address", ""),
            Map.entry("--management", ""),
            Map.entry("--token-file", ""),
            Map.entry("--headers-file", ""),
            Map.entry("--ca-file", ""),
            Map.entry("--jar", "target/quarkus-app/quarkus-run.jar"),
            Map.entry("--binary", ""),
            Map.entry("--options", ""),
            Map.entry("--duration", "60s"),
            Map.entry("--rate", ""),
            Map.entry("--connections", "64"),
            Map.entry("--timeout", "10s"),
            Map.entry("--patience", "10s"),
            Map.entry("--warm", "5s"),
            Map.entry("--max-upstream-calls", ""),
            Map.entry("--max-errors", "0"),
            Map.entry("--max-refused", "1"),
            Map.entry("--max-p99", ""));

    private static final int RATE_HERE = 100;
    private static final int RATE_ELSEWHERE = 2;
    private static final int CALLS_OF_A_DEPLOYED_ONE = 20;

    private final Arguments given;
    private final @Nullable URI address;

    private Options(Arguments given, @Nullable URI address) {
        this.given = given;
        this.address = address;
    }

    /**
     * Of a command line.
     *
     * @param more options, with defaults, beside those of every run
     * @throws Unusable if there is something in it that cannot be
     */
    static Options of(String[] args, Map<String, String> more) throws Unusable {
        Map<String, String> defaults = new TreeMap<>(DEFAULTS);
        defaults.putAll(more);
        try {
            Arguments given = Arguments.of(args, defaults);
            Options options = new Options(given, address(given.text("--address")));
            if (options.address != null && !given.text("--binary").isEmpty()) {
                throw new Unusable(Exit.USAGE, "Expected --address or --binary, found both.");
            }
            return options;
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(Exit.USAGE, "%s", wrong.getMessage());
        }
    }

    private static @Nullable URI address(String text) throws Unusable {
        if (text.isEmpty()) {
            return null;
        }
        URI uri = uri("--address", text);
        return uri.getPath().length() <= 1 ? uri.resolve("/graphql") : uri;
    }

    private static URI uri(String option, String text) throws Unusable {
        Optional<URI> uri = Optional.empty();
        try {
            uri = Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            // told below, without the text, which may have a credential in it
        }
        if (uri.isPresent() && uri.get().getRawUserInfo() != null) {
            throw new Unusable(
                    Exit.USAGE,
                    "Expected %s without user and password: a command line is visible to others. Put the credential into a"
                            + " file, and name that by --headers-file.",
                    option);
        }
        return uri.filter(found -> found.getHost() != null
                        && ("http".equals(found.getScheme()) || "https".equals(found.getScheme())))
                .orElseThrow(() -> new Unusable(
                        Exit.USAGE,
                        "Expected %s https://host[:port] or http://host[:port], found another text.",
                        option));
    }

    /** The deployed one; empty if one is started here. */
    Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    /** Where the deployed one has its metrics, if that was said. */
    Optional<URI> management() throws Unusable {
        String text = given.text("--management");
        return text.isEmpty() ? Optional.empty() : Optional.of(uri("--management", text));
    }

    /** Whether it runs on this machine. */
    boolean isHere() {
        if (address == null) {
            return true;
        }
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Headers of each request. */
    Map<String, String> headers() throws Unusable {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!given.text("--headers-file").isEmpty()) {
            for (String line : read("--headers-file").lines().toList()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                } else if (!line.isBlank()) {
                    throw new Unusable(
                            Exit.USAGE,
                            "Expected lines such as 'Name: value' in --headers-file, found one without a colon.");
                }
            }
        }
        if (!given.text("--token-file").isEmpty()) {
            headers.put("Authorization", "Bearer " + read("--token-file").strip());
        }
        return headers;
    }

    private String read(String option) throws Unusable {
        try {
            return Files.readString(Path.of(given.text(option)));
        } catch (IOException unreadable) {
            throw new Unusable(Exit.USAGE, "The file of %s cannot be read: %s.", option, unreadable.getMessage());
        }
    }

    /** Whom TLS trusts: the authorities of a file, or those of Java. */
    SSLContext trusted() throws Unusable {
        String file = given.text("--ca-file");
        try {
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            Collection<? extends Certificate> authorities;
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                authorities = CertificateFactory.getInstance("X.509").generateCertificates(in);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Unusable(
                    Exit.USAGE, "Expected certificates in PEM in the file of --ca-file: %s.", unreadable.getMessage());
        }
    }

    /** Requests a second: few where a tenant may be behind it. */
    double rate() {
        String rate = given.text("--rate");
        return rate.isEmpty() ? isHere() ? RATE_HERE : RATE_ELSEWHERE : Double.parseDouble(rate);
    }

    /** Calls to LINE WORKS a minute; 0 is any number, which only the simulator has by default. */
    int maxUpstreamCalls() {
        String calls = given.text("--max-upstream-calls");
        return calls.isEmpty() ? address == null ? 0 : CALLS_OF_A_DEPLOYED_ONE : Integer.parseInt(calls);
    }

    int connections() {
        return given.number("--connections");
    }

    Duration duration() throws Unusable {
        return duration("--duration");
    }

    Duration timeout() throws Unusable {
        return duration("--timeout");
    }

    Duration patience() throws Unusable {
        return duration("--patience");
    }

    Duration warm() throws Unusable {
        return duration("--warm");
    }

    /** The value of an option such as {@code 90s}, {@code 10m} or {@code 4h}. */
    Duration duration(String option) throws Unusable {
        try {
            return Duration.parse("PT" + given.text(option).toUpperCase(Locale.ROOT));
        } catch (DateTimeException wrong) {
            throw new Unusable(Exit.USAGE, "Expected %s such as 90s, 10m or 4h, found %s.", option, given.text(option));
        }
    }

    /** The value of an option that is a number; not a number if it is empty. */
    double number(String option) {
        String text = given.text(option);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** What the command line says in other options. */
    Arguments given() {
        return given;
    }
}
