package dev.meishi.sandbox.api.v2;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Writes the times of contacts, which the store has in Japanese time and whole seconds, as they are read. */
final class ReadTimes {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private ReadTimes() {}

    static @Nullable Object in(BodyReadings.Times reading, @Nullable Object time) {
        if (reading == BodyReadings.Times.SECONDS || !(time instanceof String text)) {
            return time;
        }
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(text);
            return reading == BodyReadings.Times.MILLISECONDS
                    ? MILLISECONDS.format(parsed)
                    : parsed.toInstant().atOffset(ZoneOffset.UTC).toString();
        } catch (DateTimeException notATime) {
            return time;
        }
    }
}
