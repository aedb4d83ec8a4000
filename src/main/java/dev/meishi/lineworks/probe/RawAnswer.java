package dev.meishi.lineworks.probe;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came. It has personal data, so its text says nothing of it.
 *
 * @param status of HTTP
 * @param headers the last value of each, by its name in lower case
 * @param body empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
public record RawAnswer(int status, Map<String, String> headers, byte[] body) {

    /**
     * A header of it.
     *
     * @param name in any case
     * @return null if it was not sent
     */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "RawAnswer[" + status + "]";
    }
}
