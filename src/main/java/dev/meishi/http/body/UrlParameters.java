package dev.meishi.http.body;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a GET: form-encoded once, {@code variables} and {@code extensions} in JSON (GraphQL over HTTP,
 * section 5.3). Vert.x's own reading puts a replacement character for what is not UTF-8.
 */
public final class UrlParameters {

    private static final Set<String> IN_JSON = Set.of("variables", "extensions");

    private UrlParameters() {}

    /**
     * Reads them.
     *
     * @param query of the URL, without the question mark; null if there is none
     * @return the parameters as a POST would have had them
     * @throws RequestRefused {@code BAD_REQUEST} for what is not decodable, or given twice
     */
    public static Map<String, Object> read(@Nullable String query) {
        Map<String, String> texts = texts(query);
        Map<String, Object> parameters = new HashMap<>(texts);
        for (String name : IN_JSON) {
            String text = texts.get(name);
            if (text != null && text.isEmpty()) {
                throw RequestRefused.of(
                        ErrorCode.BAD_REQUEST,
                        "The parameter " + name + " is empty; give a JSON object such as {}, or leave it out.");
            }
            if (text != null) {
                parameters.put(name, StrictJson.object(text, "The parameter " + name));
            }
        }
        return parameters;
    }

    /**
     * Reads parameters that are texts all of them.
     *
     * @param query of the URL, without the question mark; null if there is none
     * @return their values by their names, in the URL's order
     * @throws RequestRefused {@code BAD_REQUEST} for what is not decodable, or given twice
     */
    public static Map<String, String> texts(@Nullable String query) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (texts.put(name, decoded(equals < 0 ? "" : pair.substring(equals + 1))) != null) {
                throw RequestRefused.of(ErrorCode.BAD_REQUEST, "The URL has the parameter '" + name + "' twice.");
            }
        }
        return texts;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(octet(text, i));
                i += 2;
            } else if (c > '~') {
                throw RequestRefused.of(
                        ErrorCode.BAD_REQUEST, "The URL has a non-ASCII character that is not percent-encoded.");
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return StrictJson.utf8(bytes.toByteArray(), "The URL");
    }

    private static int octet(String text, int percent) {
        boolean isWhole = percent + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(percent + 1))
                && HexFormat.isHexDigit(text.charAt(percent + 2));
        if (!isWhole) {
            throw RequestRefused.of(
                    ErrorCode.BAD_REQUEST, "The URL has a '%' that is not followed by two hexadecimal digits.");
        }
        return HexFormat.fromHexDigits(text, percent + 1, percent + 3);
    }
}
