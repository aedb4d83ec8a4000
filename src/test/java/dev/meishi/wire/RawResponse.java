package dev.meishi.wire;

import java.util.Map;

/**
 * A response as it came.
 *
 * @param status its code
 * @param headers by name in any case, those of the same name joined by commas
 * @param body its text; of an image a character for each byte
 */
public record RawResponse(int status, Map<String, String> headers, String body) {

    /** Whether it says that the connection ends with it. */
    public boolean isLast() {
        return "close".equalsIgnoreCase(headers.get("Connection"));
    }
}
