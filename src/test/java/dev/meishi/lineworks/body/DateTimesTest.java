package dev.meishi.lineworks.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DateTimes}: no time is so odd that it cannot be read, if only as none. */
class DateTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2020-04-05T19:30:04+09:00, 2020-04-05T19:30:04+09:00",
        "2020-04-05T19:30:04.123+09:00, 2020-04-05T19:30:04.123+09:00",
        "2020-04-05T19:30:04.123456789-03:30, 2020-04-05T19:30:04.123456789-03:30",
        "2020-04-05T10:30:04Z, 2020-04-05T10:30:04Z",
        "2020-04-05T19:30:04+00:00, 2020-04-05T19:30:04Z",
        "' 2020-04-05T19:30:04+09:00 ', 2020-04-05T19:30:04+09:00"
    })
    void aTimeWithOffsetIsReadWithAndWithoutAFraction(String raw, OffsetDateTime time) {
        assertThat(DateTimes.read(Text.of(raw))).isEqualTo(time);
        assertThat(DateTimes.read(Text.of(raw))).hasToString(time.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-06-01T12:00:00+0900 | 2021-06-01T12:00:00+09:00",
                "2021-06-01T12:00:00.000+0000 | 2021-06-01T12:00:00Z",
                "2021-06-01T12:00:00-0330 | 2021-06-01T12:00:00-03:30",
                "2021-06-01T12:00:00+09 | 2021-06-01T12:00:00+09:00",
                "2021-06-01T12:00:00\u221203:30 | 2021-06-01T12:00:00-03:30",
                "20210601T120000Z | 2021-06-01T12:00:00Z",
                "20210601T120000+0900 | 2021-06-01T12:00:00+09:00",
                "20210601T120000.25+09:00 | 2021-06-01T12:00:00.250+09:00",
                "20210601T1200Z | 2021-06-01T12:00:00Z",
                "2021-06-01T12:00:00,5Z | 2021-06-01T12:00:00.500Z",
                "2021-06-01T12:00:00.1234567891234Z | 2021-06-01T12:00:00.123456789Z",
                "2021-06-01T12:00+09:00 | 2021-06-01T12:00:00+09:00",
                "2021-06-01t12:00:00z | 2021-06-01T12:00:00Z",
                "2021-06-01 12:00:00+09:00 | 2021-06-01T12:00:00+09:00",
                "2021-06-01T24:00:00Z | 2021-06-02T00:00:00Z",
                "2021-12-31T23:59:60Z | 2022-01-01T00:00:00Z",
                "2021-06-01T12:00:00-00:00 | 2021-06-01T12:00:00Z",
                "+12021-06-01T12:00:00Z | +12021-06-01T12:00:00Z"
            })
    void everyFormOfIso8601WithADateATimeAndAnOffsetIsRead(String raw, OffsetDateTime time) {
        assertThat(DateTimes.read(Text.of(raw))).isEqualTo(time);
        assertThat(DateTimes.read(Text.of(raw))).hasToString(time.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020-04-05",
                "2020-04-05T19:30:04",
                "2020-02-30T19:30:04+09:00",
                "2020-04-05T24:30:04+09:00",
                "2020-04-05T19:60:04+09:00",
                "2020-04-05T19:30:61+09:00",
                "2020-W14-7T19:30:04+09:00",
                "2020-096T19:30:04+09:00",
                "202004-05T19:30:04+09:00",
                "2020-04-05T19:30:04+09:60",
                "\u3000",
                "2020-04-05T19:30:04+19:00",
                "2020-04-05T19:30:04+09:00[Asia/Tokyo]",
                "1586082604",
                "yesterday"
            })
    void anyOtherTimeIsNone(String raw) {
        assertThat(DateTimes.read(Text.of(raw))).isNull();
    }
}
