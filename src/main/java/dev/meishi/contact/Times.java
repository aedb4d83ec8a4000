package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.Nullable;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Reads ISO 8601 date-times with offset. Those that are written as the vendor's pages do, {@code
 * yyyy-MM-ddTHH:mm:ss+09:00}, or with {@code Z}, are read from their bytes; all others are left to Java.
 */
final class Times {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final String OFFSET_SHAPE = "+00:00";
    private static final int YEAR = 0;
    private static final int MONTH = 5;
    private static final int DAY = 8;
    private static final int HOUR = 11;
    private static final int MINUTE = 14;
    private static final int SECOND = 17;

    private Times() {}

    /** With or without a fraction, with or without blanks around it; null for anything else. */
    static @Nullable OffsetDateTime read(Text raw) {
        try {
            ZoneOffset offset = isAt(raw, 0, SHAPE) ? offset(raw) : null;
            return offset == null
                    ? OffsetDateTime.parse(raw.toString().trim(), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    : OffsetDateTime.of(
                            pair(raw, YEAR) * 100 + pair(raw, YEAR + 2),
                            pair(raw, MONTH),
                            pair(raw, DAY),
                            pair(raw, HOUR),
                            pair(raw, MINUTE),
                            pair(raw, SECOND),
                            0,
                            offset);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(Text raw) {
        int at = SHAPE.length();
        if (raw.length() == at + 1 && raw.byteAt(at) == 'Z') {
            return ZoneOffset.UTC;
        }
        return raw.length() == at + OFFSET_SHAPE.length() && isAt(raw, at, OFFSET_SHAPE)
                ? ZoneOffset.ofHoursMinutes(pair(raw, at + 1), pair(raw, at + 4))
                : null;
    }

    /** Digits for zeros, all else as it is. */
    private static boolean isAt(Text raw, int at, String shape) {
        if (raw.length() < at + shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            byte b = raw.byteAt(at + i);
            boolean isDigit = b >= '0' && b <= '9';
            if (shape.charAt(i) == '0' ? !isDigit : b != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int pair(Text raw, int at) {
        return (raw.byteAt(at) - '0') * 10 + raw.byteAt(at + 1) - '0';
    }
}
