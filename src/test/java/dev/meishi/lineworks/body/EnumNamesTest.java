package dev.meishi.lineworks.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Kind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link EnumNames}: what LINE WORKS writes in any case, and what nobody knows. */
class EnumNamesTest {

    private static final EnumNames<Kind.Phone> PHONE =
            new EnumNames<>(Kind.Phone.class, Kind.Phone.UNKNOWN, Map.of("CELLPHONE", Kind.Phone.MOBILE));

    private static final EnumNames<Kind.External> EXTERNAL =
            new EnumNames<>(Kind.External.class, Kind.External.UNKNOWN);

    @ParameterizedTest
    @ValueSource(strings = {"WORK_FAX", "work_fax", "Work_Fax", " WORK_FAX "})
    void aConstantIsFoundInAnyCase(String raw) {
        assertThat(PHONE.of(text(raw))).isEqualTo(Kind.Phone.WORK_FAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CELLPHONE", "Cellphone", "MOBILE"})
    void aConstantMayHaveAnotherNameBesides(String raw) {
        assertThat(PHONE.of(text(raw))).isEqualTo(Kind.Phone.MOBILE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "FAX", "WORK FAX", "WORKFAX", "WORK_FAX2", "X", "名刺"})
    void anyOtherTextIsUnknown(@Nullable String raw) {
        assertThat(PHONE.of(text(raw))).isEqualTo(Kind.Phone.UNKNOWN);
    }

    @Test
    void aConstantIsFoundWhateverTheMachineSLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(EXTERNAL.of(Text.of("line"))).isEqualTo(Kind.External.LINE);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static @Nullable Text text(@Nullable String raw) {
        return raw == null ? null : Text.of(raw);
    }
}
