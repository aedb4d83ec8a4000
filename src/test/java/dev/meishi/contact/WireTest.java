package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Wire}: no value of a payload is so odd that it cannot be read. */
class WireTest {

    @Test
    void only_true_is_true() {
        assertThat(Wire.isTrue(true)).isTrue();
        assertThat(Wire.isTrue(false)).isFalse();
        assertThat(Wire.isTrue(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORK_FAX", "work_fax", "Work_Fax", " WORK_FAX "})
    void a_constant_is_found_in_any_case(String raw) {
        assertThat(new Constants<>(PhoneType.class, PhoneType.UNKNOWN).of(text(raw)))
                .isEqualTo(PhoneType.WORK_FAX);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "FAX", "WORK FAX", "WORKFAX", "WORK_FAX2", "X", "名刺"})
    void any_other_text_is_unknown(@Nullable String raw) {
        assertThat(new Constants<>(PhoneType.class, PhoneType.UNKNOWN).of(text(raw)))
                .isEqualTo(PhoneType.UNKNOWN);
    }

    @Test
    void a_constant_is_found_whatever_the_machine_s_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new Constants<>(WorksAtType.class, WorksAtType.UNKNOWN).of(Text.of("line")))
                    .isEqualTo(WorksAtType.LINE);
        } finally {
            Locale.setDefault(before);
        }
    }

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
        assertThat(Wire.time(text(raw))).isEqualTo(time);
        assertThat(Wire.time(text(raw))).hasToString(time.toString());
    }

    @ParameterizedTest
    @NullSource
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
    void any_other_time_is_none(@Nullable String raw) {
        assertThat(Wire.time(text(raw))).isNull();
    }

    @Test
    void a_missing_list_is_empty_and_nulls_are_not_there() {
        Text a = Text.of("a");
        Text b = Text.of("b");
        assertThat(Wire.texts(null)).isEmpty();
        assertThat(Wire.texts(List.of())).isEmpty();
        assertThat(Wire.texts(Arrays.asList(null, null))).isEmpty();
        assertThat(Wire.texts(Arrays.asList(null, a, null, b, a))).containsExactly(a, b, a);
        assertThat(Wire.list(Arrays.asList(1, null, 2), i -> i * 10)).containsExactly(10, 20);
        assertThat(Wire.texts(Arrays.asList(a, b))).isUnmodifiable();
    }

    private static @Nullable Text text(@Nullable String raw) {
        return raw == null ? null : Text.of(raw);
    }
}
