package dev.meishi.http;

import dev.meishi.graphql.PreparedOperation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What caches may do with an answer (RFC 9111), and whether a caller has it already (RFC 9110, 8.8.3 and 13.1.2). */
@Singleton
class Caching {

    /** For everything that is no complete answer to a query by GET. */
    static final String NOTHING = "no-store";

    private static final CharSequence PRAGMA = HttpHeaders.createOptimized("pragma");

    private static final int TAG_BYTES = 16;

    private final String scope;
    private final Map<String, Duration> maxAge;

    Caching(HttpConfig config) {
        this.scope = config.caching().scope().name().toLowerCase(Locale.ROOT);
        this.maxAge = config.caching().maxAge();
    }

    /**
     * What {@code Cache-Control} says of an answer without errors: the least of its fields' ages, where a root field
     * that has none counts as zero and any other as what it belongs to.
     */
    String control(PreparedOperation operation) {
        String root = operation.root().getName() + ".";
        long seconds = operation.fields().stream()
                .mapToLong(field -> {
                    Duration age = maxAge.get(field);
                    boolean isUnlimited = age == null && (!field.startsWith(root) || field.endsWith("__typename"));
                    return isUnlimited ? Long.MAX_VALUE : age == null ? 0 : age.toSeconds();
                })
                .min()
                .orElse(0);
        boolean isTypenameAlone = seconds == Long.MAX_VALUE;
        return seconds == 0 || isTypenameAlone ? scope + ", no-cache" : scope + ", max-age=" + seconds;
    }

    /** A weak tag of what was found: a proxy on the way may compress the answer, and how it was found may differ. */
    String tag(List<ByteBuffer> found) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            found.forEach(digest::update);
            byte[] hash = digest.digest();
            return "W/\""
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES))
                    + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Whether a client wants nothing from the cache (RFC 9111, 5.2.1.4). Its older way of saying so counts where it does
     * not use the newer one (5.4).
     */
    static boolean bypassesCache(HttpServerRequest request) {
        CharSequence header =
                request.headers().contains(HttpHeaders.CACHE_CONTROL) ? HttpHeaders.CACHE_CONTROL : PRAGMA;
        return request.headers().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(directive -> directive.strip().equalsIgnoreCase("no-cache"));
    }

    /** Whether a caller has what the tag stands for. */
    static boolean isKnown(HttpServerRequest request, String tag) {
        String opaque = tag.substring(2);
        return request.headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .anyMatch(entry -> entry.equals("*") || entry.equals(tag) || entry.equals(opaque));
    }
}
