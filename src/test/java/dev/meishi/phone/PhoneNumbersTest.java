package dev.meishi.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PhoneNumbers}: one number is the same in every spelling, and what is none is told from it. */
class PhoneNumbersTest {

    private final PhoneNumbers japan = new PhoneNumbers(() -> "JP");
    private final PhoneNumbers korea = new PhoneNumbers(() -> "KR");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "090-1234-5678",
                "09012345678",
                "090 1234 5678",
                "090　1234　5678",
                "０９０－１２３４－５６７８",
                "０９０（１２３４）５６７８",
                "090ー1234ー5678",
                "(090)1234-5678",
                "+81 90 1234 5678",
                "+81-90-1234-5678",
                "+819012345678",
                "＋８１９０１２３４５６７８",
                "+81 090-1234-5678",
                "+81(0)90-1234-5678",
                "81-90-1234-5678",
                "010-81-90-1234-5678",
                "tel:090-1234-5678",
                "090-1234-5678#12",
                "090-1234-5678P12",
                "090-1234-5678t12",
            })
    void aJapaneseNumberIsTheSameInEverySpelling(String written) {
        assertThat(japan.e164(written)).isEqualTo("+819012345678");
        assertThat(japan.read(written)).isEqualTo(new PhoneNumber("+819012345678", "9012345678", "90-1234-5678"));
    }

    @ParameterizedTest
    @CsvSource({
        "090-1234-5678, tel:+819012345678",
        "+82 010-1234-5678, tel:+821012345678",
        "03-1234-5678#12, tel:+81312345678;ext=12",
        "03-1234-5678 ext. 007, tel:+81312345678;ext=007",
        "03-1234-5678P12, tel:+81312345678",
        "03-1234-5678PP1T2#3, tel:+81312345678",
        "03-1234-5678t12, tel:+81312345678"
    })
    void aLinkDialsTheNumberAndItsExtension(String written, String tel) {
        assertThat(japan.tel(written)).isEqualTo(tel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-0001", "1234", "110", "*#06#", "P12", "javascript:alert(1)", ""})
    void whatCannotBeDialledFromEverywhereHasNoLink(String written) {
        assertThat(japan.tel(written)).isNull();
        assertThat(japan.tel(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-1234-5678",
                "01012345678",
                "010 1234 5678",
                "010.1234.5678",
                "０１０－１２３４－５６７８",
                "+82 10-1234-5678",
                "+82-10-1234-5678",
                "+82 010-1234-5678",
                "+82010-1234-5678",
                "+82(0)10-1234-5678",
                "82-10-1234-5678",
                "00700-82-10-1234-5678",
            })
    void aKoreanNumberIsTheSameInEverySpelling(String written) {
        assertThat(korea.e164(written)).isEqualTo("+821012345678");
        assertThat(korea.read(written)).isEqualTo(new PhoneNumber("+821012345678", "1012345678", "10-1234-5678"));
    }

    @ParameterizedTest
    @CsvSource({
        "03-1234-5678, +81312345678, 312345678, 3-1234-5678",
        "0957-23-1234, +81957231234, 957231234, 957-23-1234",
        "0120-123-456, +81120123456, 120123456, 120-123-456",
        "+82 2-312-3456, +8223123456, 23123456, 2-312-3456",
        "+82 1588-1234, +8215881234, 15881234, 1588-1234",
        "+1 212-234-5678, +12122345678, 2122345678, 212-234-5678",
        "+33 1 12 34 56 78, +33112345678, 112345678, 1-12-34-56-78",
        "+39 06 1234 5678, +390612345678, 0612345678, 06-1234-5678",
    })
    void itsGroupsAreThoseOfItsCountry(String written, String e164, String digits, String grouped) {
        assertThat(japan.read(written)).isEqualTo(new PhoneNumber(e164, digits, grouped));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "P12",
                "0000-0001",
                "1234",
                "110",
                "010-1234-5678",
                "090-1234-567",
                "090-1234-56789",
                "+81",
                "+999 1234 5678",
                "会社",
                "＋",
            })
    void whatIsNoNumberHasNone(String written) {
        assertThat(japan.e164(written)).isNull();
        assertThat(japan.read(written)).isNull();
    }

    @Test
    void aTextOfAnyLengthIsRefusedAtOnce() {
        assertThat(japan.e164("0".repeat(1_000_000))).isNull();
        assertThat(japan.e164(null)).isNull();
    }

    /** The same digits are another number in another country. */
    @Test
    void aNumberWithoutACountryCodeIsOfTheRegion() {
        assertThat(japan.e164("02-312-3456")).isNotEqualTo(korea.e164("02-312-3456"));
        assertThat(Objects.requireNonNull(korea.e164("+81 90-1234-5678"))).isEqualTo(japan.e164("090-1234-5678"));
    }
}
