package dev.meishi.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The id of a request, by which its caller, the proxies on its way and the gateway's log speak of the same one: the
 * caller's own {@code X-Request-Id}, or a new one of 16 hexadecimal digits.
 */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Characters of an id taken from a caller; a UUID has 36, a {@code traceparent} of W3C 55. */
    private static final int LONGEST = 64;

    /** Beside letters and digits; none of them means anything in a log line, a header or a shell's word. */
    private static final String PUNCTUATION = "-_.=+/:@";

    private RequestId() {}

    /** What the caller sent, where it can stand in a log line; else a new one. */
    static String of(@Nullable String sent) {
        return sent != null && isSane(sent)
                ? sent
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean isSane(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean isLetterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isLetterOrDigit && PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
