package dev.meishi.privatecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meishi.contact.WorksAtType;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.v1.SentJson;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PrivateContact#from} over the vendor's own example and over what it leaves open. */
class PrivateContactTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theVendorSExampleIsReadFieldForField() throws IOException {
        try (@Nullable
                InputStream file = PrivateContactTest.class.getResourceAsStream("/lineworks/private-contacts.json")) {
            JsonNode example = JSON.readTree(file).at("/data/resultData/0");
            PrivateContact contact = PrivateContact.from(SentJson.privateContact(example));

            assertThat(contact)
                    .isEqualTo(new PrivateContact(
                            "100000000000001",
                            "Name",
                            "000-1111",
                            null,
                            "organization",
                            "department",
                            "title",
                            null,
                            false,
                            new PrivateWorksAt(WorksAtType.LINE, "line", "901000000011000")));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void aContactWithoutNumberCannotBeUnderstood(@Nullable String contactNo) {
        Failure failure = catchThrowableOfType(Failure.class, () -> PrivateContact.from(contact(contactNo, "N", null)));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(failure).hasMessageContaining("no contactNo");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"Y, true", "y, true", "N, false", "'', false", "-, false", "true, false"})
    void onlyYMarksAnImportantContact(@Nullable String importantContactYn, boolean important) {
        assertThat(PrivateContact.from(contact("1", importantContactYn, null)).important())
                .isEqualTo(important);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"line, LINE", "LINE, LINE", "worksat, WORKSAT", "WORKS, WORKSAT", "x, UNKNOWN", "-, UNKNOWN"})
    void theTypeOfAnExternalContactIsReadInEverySpelling(@Nullable String raw, WorksAtType type) {
        JsonNode worksAt = JSON.createObjectNode().put("serviceType", raw);

        assertThat(PrivateContact.from(contact("1", "N", worksAt)).worksAt())
                .isEqualTo(new PrivateWorksAt(type, raw, null));
    }

    @Test
    void aContactOfNothingButANumberHasNoValues() {
        assertThat(PrivateContact.from(contact("1", null, null)))
                .isEqualTo(new PrivateContact("1", null, null, null, null, null, null, null, false, null));
    }

    private static UpstreamPrivateContact contact(
            @Nullable String contactNo, @Nullable String importantContactYn, @Nullable JsonNode worksAt) {
        ObjectNode sent = JSON.createObjectNode()
                .put("contactNo", contactNo)
                .put("tel", "")
                .put("email", "")
                .put("photoUrl", "")
                .put("importantContactYn", importantContactYn);
        sent.set("worksAt", worksAt);
        return SentJson.privateContact(sent);
    }
}
