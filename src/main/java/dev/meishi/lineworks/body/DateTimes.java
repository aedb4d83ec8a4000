package dev.meishi.lineworks.body;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Text;
import dev.meishi.lineworks.Blanks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO 8601 date-times with offset. Those that are written as the vendor's pages do, {@code
 * yyyy-MM-ddTHH:mm:ss+09:00}, or with {@code Z}, are read from their bytes. All others are read by a pattern: with and
 * without signs between the digits, offsets of hours alone, a fraction after a point or a comma, no seconds, small
 * letters, and the leap second and the midnight that belong to the next minute and day. Weeks and days of the year are
 * not read, nor are times without offset, which are no moments.
 */
public final class DateTimes {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final String OFFSET_SHAPE = "+00:00";
    private static final int YEAR = 0;
    private static final int MONTH = 5;
    private static final int DAY = 8;
    private static final int HOUR = 11;
    private static final int MINUTE = 14;
    private static final int SECOND = 17;

    private static final Pattern OTHERS = Pattern.compile("(\\d{4})(-?)(\\d{2})\\2(\\d{2})[Tt ](\\d{2}):?(\\d{2})"
            + "(?::?(\\d{2})(?:[.,](\\d+))?)?([Zz]|([+\\-\u2212])(\\d{2})(?::?(\\d{2}))?)");

    private static final int NANO_DIGITS = 9;
    private static final int MIDNIGHT = 24;
    private static final int LEAP_SECOND = 60;

    private DateTimes() {}

    /**
     * Reads a value.
     *
     * @param json in front of it
     * @return a time; null for none and for what is not one
     */
    public static @Nullable OffsetDateTime read(JsonReader json) {
        Text raw = json.text();
        return raw == null ? null : read(raw);
    }

    /**
     * Reads a text.
     *
     * @param raw with or without a fraction, with or without blanks around it
     * @return null for anything else
     */
    public static @Nullable OffsetDateTime read(Text raw) {
        try {
            ZoneOffset offset = isAt(raw, 0, SHAPE) ? offset(raw) : null;
            return offset == null ? other(raw) : usual(raw, offset);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static @Nullable OffsetDateTime usual(Text raw, ZoneOffset offset) {
        int hour = pair(raw, HOUR);
        int second = pair(raw, SECOND);
        return hour == MIDNIGHT || second == LEAP_SECOND
                ? other(raw)
                : OffsetDateTime.of(
                        pair(raw, YEAR) * 100 + pair(raw, YEAR + 2),
                        pair(raw, MONTH),
                        pair(raw, DAY),
                        hour,
                        pair(raw, MINUTE),
                        second,
                        0,
                        offset);
    }

    private static @Nullable OffsetDateTime other(Text raw) {
        String text = Blanks.stripped(raw.toString());
        if (text == null) {
            return null;
        }
        Matcher found = OTHERS.matcher(text);
        if (!found.matches()) {
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
        LocalDate date = LocalDate.of(number(found, 1), number(found, 3), number(found, 4));
        int hour = number(found, 5);
        int minute = number(found, 6);
        int second = number(found, 7);
        int nano = Integer.parseInt(
                (Objects.requireNonNullElse(found.group(8), "") + "000000000").substring(0, NANO_DIGITS));
        boolean isMidnight = hour == MIDNIGHT && minute == 0 && second == 0 && nano == 0;
        boolean isLeapSecond = second == LEAP_SECOND;
        return LocalTime.of(isMidnight ? 0 : hour, minute, isLeapSecond ? LEAP_SECOND - 1 : second, nano)
                .atDate(date)
                .plusDays(isMidnight ? 1 : 0)
                .plusSeconds(isLeapSecond ? 1 : 0)
                .atOffset(offset(found));
    }

    private static ZoneOffset offset(Matcher found) {
        if (found.group(10) == null) {
            return ZoneOffset.UTC;
        }
        int sign = found.group(10).equals("+") ? 1 : -1;
        return ZoneOffset.ofHoursMinutes(sign * number(found, 11), sign * number(found, 12));
    }

    private static int number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
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
