package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Times}: no time is so odd that it cannot be read, if only as none. */
class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2020-04-05T19:30:04+09:00, 2020-04-05T19:30:04+09:00",
        "2020-04-05T19:30:04.123+09:00, 2020-04-05T19:30:04.123+09:00",
        "2020-04-05T19:30:04.123456789-03:30, 2020-04-05T19:30:04.123456789-03:30",
        "2020-04-05T10:30:04Z, 2020-04-05T10:30:04Z",
        "2020-04-05T19:30:04+00:00, 2020-04-05T19:30:04Z",
        "' 2020-04-05T19:30:04+09:00 ', 2020-04-05T19:30:04+09:00"
    })
    void a_time_with_offset_is_read_with_and_without_a_fraction(String raw, OffsetDateTime time) {
        assertThat(Times.read(Text.of(raw))).isEqualTo(time);
        assertThat(Times.read(Text.of(raw))).hasToString(time.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020-04-05",
                "2020-04-05T19:30:04",
                "2020-04-05 19:30:04+09:00",
                "2020-02-30T19:30:04+09:00",
                "2020-04-05T24:30:04+09:00",
                "2020-04-05T19:30:04+19:00",
                "2020-04-05T19:30:04+09:00[Asia/Tokyo]",
                "1586082604",
                "yesterday"
            })
    void any_other_time_is_none(String raw) {
        assertThat(Times.read(Text.of(raw))).isNull();
    }
}
