package economy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * A span of time, both ends included.
 *
 * @param from epoch seconds
 * @param to epoch seconds
 * @param offset that both ends are written with
 */
record Span(long from, long to, ZoneOffset offset) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    Map<String, Object> argument() {
        return Map.of("from", text(from, offset), "to", text(to, offset));
    }

    boolean covers(long time) {
        return from <= time && time <= to;
    }

    long days() {
        return (to - from) / 86_400;
    }

    /** How many windows of seven days it takes, the longest LINE WORKS searches at once. */
    long windows() {
        return Math.max(1, (to - from + 7 * 86_400 - 1) / (7 * 86_400));
    }

    static String text(long epochSecond, ZoneOffset offset) {
        return TIME.format(Instant.ofEpochSecond(epochSecond).atOffset(offset));
    }
}
