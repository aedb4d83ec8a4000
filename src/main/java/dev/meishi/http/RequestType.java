package dev.meishi.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which {@code Content-Type} of a body is taken: JSON, which is UTF-8 (RFC 8259, 8.1). */
final class RequestType {

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
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
