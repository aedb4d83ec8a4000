package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Event}: the day, where it is one. */
class EventTest {

    @ParameterizedTest
    @CsvSource({"20200405, 2020-04-05", "2020-04-05, 2020-04-05", "' 20000229 ', 2000-02-29", "00010101, 0001-01-01"})
    void aDayOfTheSolarCalendarIsADate(String value, LocalDate date) {
        assertThat(event(value, EventCalendar.SOLAR).date()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0405", "--04-05", "20210229", "20200431", "20200005", "2020-4-5", "2020/04/05", "2020-04-05T00:00:00Z",
                "20200405+09:00", "2020-096", "20200405Z", "+020200405", "２０２００４０５", " ", "", "birthday"
            })
    void whatIsNoDayIsNoDate(String value) {
        assertThat(event(value, EventCalendar.SOLAR).date()).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOLAR")
    void aDayOfAnotherCalendarIsNoDate(EventCalendar calendar) {
        assertThat(event("20200405", calendar).date()).isNull();
    }

    @Test
    void noValueIsNoDate() {
        assertThat(event(null, EventCalendar.SOLAR).date()).isNull();
    }

    private static Event event(@Nullable String value, EventCalendar calendar) {
        return new Event(value == null ? null : Text.of(value), calendar, null, EventType.BIRTHDAY, null, null, false);
    }
}
