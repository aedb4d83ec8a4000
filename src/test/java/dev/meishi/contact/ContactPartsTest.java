package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPartsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "9012345678, 90-1234-5678",
                "312345678, 3-1234-5678",
                "451234567, 45-123-4567",
                "12345678, 1234-5678",
                "2345678, 234-5678",
                "45678, 4-5678",
                "5678, -",
                "1234-5678, -"
            })
    void aNumberIsSpelledInGroupsFromItsEnd(String digits, @Nullable String dashed) {
        assertThat(ContactParts.dashed(digits)).isEqualTo(dashed);
    }
}
