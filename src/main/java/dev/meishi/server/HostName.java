package dev.meishi.server;

/** The value of a header {@code Host}: a name or address, with or without a port (RFC 9110, 7.2). */
final class HostName {

    private static final int LONGEST_PORT = 5;

    private HostName() {}

    /** Whether a text is one; of what RFC 3986 allows in a name, only what occurs in names. */
    static boolean isOne(CharSequence text) {
        int end = text.length();
        boolean isBracketed = end > 0 && text.charAt(0) == '[';
        int at = isBracketed ? 1 : 0;
        int start = at;
        while (at < end && (isBracketed ? isOfAddress(text.charAt(at)) : isOfName(text.charAt(at)))) {
            at++;
        }
        if (at == start) {
            return false;
        }
        if (isBracketed) {
            if (at == end || text.charAt(at) != ']') {
                return false;
            }
            at++;
        }
        return at == end || isPort(text, at);
    }

    private static boolean isPort(CharSequence text, int colon) {
        int digits = text.length() - colon - 1;
        if (text.charAt(colon) != ':' || digits < 1 || digits > LONGEST_PORT) {
            return false;
        }
        for (int i = colon + 1; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || isDigit(c)
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static boolean isOfAddress(char c) {
        return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || isDigit(c) || c == ':' || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
