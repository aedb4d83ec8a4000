package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Blanks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the date of an event in the spellings of both APIs of LINE WORKS. */
final class EventDate {

    private static final int COMPACT = "yyyyMMdd".length();

    private EventDate() {}

    /** Null if it is no day of the calendar that everybody has. */
    static @Nullable LocalDate of(Text sent) {
        String text = Blanks.stripped(sent.toString());
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(
                    text,
                    text.length() == COMPACT ? DateTimeFormatter.BASIC_ISO_DATE : DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
