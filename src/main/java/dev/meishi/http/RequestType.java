package dev.meishi.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which {@code Content-Type} of a body is taken: JSON, which is UTF-8 (RFC 8259, 8.1). */
final class RequestType {

    /** The labels of UTF-8 by the WHATWG's Encoding standard, section 4.2. */
    private static final Set<String> UTF_8 =
            Set.of("utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8");

    private static final String CHARSET = "charset=";

    private RequestType() {}

    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replaceAll("[\"\\s]", "");
            if (parameter.startsWith(CHARSET) && !isUtf8(parameter.substring(CHARSET.length()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a charset's name is one of those of UTF-8. */
    static boolean isUtf8(String label) {
        return UTF_8.contains(label.toLowerCase(Locale.ROOT));
    }
}
