package dev.meishi.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link GlobalId}: what was made here is read back, and every other text is refused. */
class GlobalIdTest {

    private static final String NOT_OURS = "The id was not issued by this gateway; use an id from one of its answers.";

    @Test
    void whatIsLongerThanAnyIdIsRefused() {
        assertThat(refusal(new GlobalId("Contact", "1", "a".repeat(90_000)).encode()))
                .isEqualTo(NOT_OURS);
    }

    @ParameterizedTest
    @CsvSource({
        "Contact, 1, 230e2625-x31b-41d4-a916-689055440000",
        "Contact, 1, a:b:c",
        "Contact, 1, ':'",
        "Contact, 1, ':::a'",
        "Contact, 1, ' '",
        "Tag, 10000001, 名刺",
        "Tag, 1, 𠮷田😀",
        "Tag, 1, é",
        "T, d, k"
    })
    void everyKeyIsReadBack(String type, String domainId, String key) {
        GlobalId id = new GlobalId(type, domainId, key);

        assertThat(GlobalId.parse(id.encode())).isEqualTo(id);
        assertThat(GlobalId.parse(id.encode(), type)).isEqualTo(id);
        assertThat(id.encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void keysOfEveryLengthAndSignAreReadBack() {
        StringBuilder key = new StringBuilder();
        for (int sign = 1; sign < 0x800; sign++) {
            key.appendCodePoint(sign);
            key.delete(0, Math.max(0, key.length() - 300));
            GlobalId id = new GlobalId("Contact", "1", key.toString());
            assertThat(GlobalId.parse(id.encode())).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Contact",
                "Contact:1",
                "Contact:1:",
                "Contact::key",
                ":1:key",
                "::",
                ":::",
                "Contact:1\u0000key"
            })
    void aTextThatLacksAPartIsRefused(String text) {
        assertThat(refusal(base64(text))).isEqualTo(NOT_OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "Contact:1:key", "1", "not base64!", "名刺", "\u0000"})
    void aTextThatIsNotBase64IsRefused(String text) {
        assertThat(refusal(text)).isEqualTo(NOT_OURS);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        for (byte[] bytes : List.of(
                new byte[] {'C', ':', '1', ':', (byte) 0xff},
                new byte[] {'C', ':', '1', ':', (byte) 0xc0, (byte) 0x80},
                new byte[] {'C', ':', '1', ':', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {'C', ':', '1', ':', (byte) 0xe5, (byte) 0x90})) {
            assertThat(refusal(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                    .isEqualTo(NOT_OURS);
        }
    }

    @Test
    void theSameBytesInAnotherSpellingAreRefused() {
        String text = new GlobalId("Contact", "1", "??>>~~k").encode();
        assertThat(text).containsPattern("[_-]");

        for (String other : List.of(
                text.replace('_', '/').replace('-', '+'),
                text + "=",
                text + "==",
                " " + text,
                text + " ",
                text + "\n")) {
            assertThat(refusal(other)).as(other).isEqualTo(NOT_OURS);
        }
    }

    @Test
    void theBitsThatBase64LeavesUnusedMustBeZero() {
        String oneLeft = base64("Contact:1:key12");
        String twoLeft = base64("Contact:1:key1");
        String threeLeft = base64("Contact:1:key");
        assertThat(List.of(oneLeft.length() % 4, twoLeft.length() % 4, threeLeft.length() % 4))
                .containsExactly(0, 3, 2);

        for (String text : List.of(twoLeft, threeLeft)) {
            char last = text.charAt(text.length() - 1);
            assertThat(refusal(text.substring(0, text.length() - 1) + (char) (last + 1)))
                    .isEqualTo(NOT_OURS);
        }
    }

    @Test
    void anIdOfAnotherTypeIsRefusedAndTheMessageNamesBoth() {
        String id = new GlobalId("Tag", "1", "key").encode();
        Failure failure = catchThrowableOfType(Failure.class, () -> GlobalId.parse(id, "Contact"));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ID);
        assertThat(failure).hasMessage("The id is of a Tag, not of a Contact.");
    }

    @Test
    void typesAreToldApartByCase() {
        assertThat(catchThrowableOfType(
                        Failure.class, () -> GlobalId.parse(new GlobalId("contact", "1", "key").encode(), "Contact")))
                .isNotNull();
    }

    @Test
    void differentThingsHaveDifferentIds() {
        assertThat(List.of(
                        new GlobalId("Contact", "1", "a").encode(),
                        new GlobalId("Contact", "1", "b").encode(),
                        new GlobalId("Contact", "2", "a").encode(),
                        new GlobalId("Contact", "1", "1:a").encode(),
                        new GlobalId("Contact", "11", "a").encode(),
                        new GlobalId("Tag", "1", "a").encode()))
                .doesNotHaveDuplicates();
    }

    private static @Nullable String refusal(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> GlobalId.parse(text));
        assertThat(failure).as(text).isNotNull();
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ID);
        return failure.getMessage();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
