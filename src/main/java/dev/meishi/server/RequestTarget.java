package dev.meishi.server;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The target of a request line (RFC 9112, 3.2). Braces and their like stand in a query as browsers leave them (WHATWG URL,
 * 4.4): they are percent-encoded here, because the framework refuses a URL of which {@link URI} cannot be made, without
 * a word, and has no setting against it but a system property of the JVM.
 */
final class RequestTarget {

    /** What {@link URI} does not take, within ASCII. */
    private static final String ENCODED = "\"<>\\^`{|}";

    private static final boolean[] IS_ORDINARY = new boolean[128];

    static {
        for (char c = '!'; c <= '~'; c++) {
            IS_ORDINARY[c] = (ENCODED + "%#").indexOf(c) < 0;
        }
    }

    private RequestTarget() {}

    /** Makes of a target one that the framework takes, without a change to what it means. */
    static void check(HttpRequest head, String host) {
        String target = head.uri();
        String checked = checked(target);
        if (target.charAt(0) != '/' || target.startsWith("//")) {
            checkForm(head, checked, host);
        }
        if (!target.equals(checked)) {
            head.setUri(checked);
        }
    }

    private static String checked(String target) {
        int query = target.indexOf('?');
        int path = query < 0 ? target.length() : query;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c < 128 && IS_ORDINARY[c] && (i >= path || (c != '[' && c != ']'))) {
                continue;
            }
            if (c == '%') {
                requireOctet(target, i);
            } else if (i < path || ENCODED.indexOf(c) < 0) {
                throw unexpected(c);
            } else {
                return target.substring(0, i) + encoded(target, i);
            }
        }
        return target;
    }

    private static String encoded(String target, int from) {
        StringBuilder encoded = new StringBuilder(target.length() + 32);
        for (int i = from; i < target.length(); i++) {
            char c = target.charAt(i);
            if (ENCODED.indexOf(c) >= 0) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else if (c == '%') {
                requireOctet(target, i);
                encoded.append(c);
            } else if (c < 128 && IS_ORDINARY[c]) {
                encoded.append(c);
            } else {
                throw unexpected(c);
            }
        }
        return encoded.toString();
    }

    private static void requireOctet(String target, int percent) {
        boolean isWhole = percent + 2 < target.length()
                && HexFormat.isHexDigit(target.charAt(percent + 1))
                && HexFormat.isHexDigit(target.charAt(percent + 2));
        if (!isWhole) {
            throw HeadRefused.badRequest("The URL has a '%' that is not followed by two hexadecimal digits.");
        }
    }

    private static HeadRefused unexpected(char c) {
        if (c > '~') {
            return HeadRefused.badRequest("The URL has a non-ASCII character that is not percent-encoded.");
        }
        String name = c <= ' ' ? String.format(Locale.ROOT, "U+%04X", (int) c) : "'" + c + "'";
        return HeadRefused.badRequest("The URL has the character " + name + " where it must be percent-encoded.");
    }

    /** Anything else than a path: a whole URL, as proxies are sent it, or the asterisk of OPTIONS. */
    private static void checkForm(HttpRequest head, String target, String host) {
        if (target.equals("*") && head.method().equals(HttpMethod.OPTIONS)) {
            return;
        }
        try {
            URI url = new URI(target);
            boolean isPath = target.startsWith("/");
            boolean isUrl = ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                    && host.equalsIgnoreCase(url.getRawAuthority());
            if (!isPath && !isUrl) {
                throw HeadRefused.badRequest(
                        "The request target must be a path, or a URL of the host in the Host header.");
            }
        } catch (URISyntaxException noUrl) {
            throw HeadRefused.badRequest("The request target must be a path or a URL.");
        }
    }
}
