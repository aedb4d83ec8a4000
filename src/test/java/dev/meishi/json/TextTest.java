package dev.meishi.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Text}: whatever was sent means the same in an answer, byte for byte where that is possible. */
class TextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every escape there is, and as many bytes a character as UTF-8 has. */
    private static final String EVERYTHING = "a\"b\\c/d\be\ff\ng\rh\ti\u0000j\u001fk\u007fé名刺한글𠮷😀\u2028";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "Jackson", EVERYTHING, "\"", "\\", "\\u0041", "😀", "\n\n"})
    void charactersAreEscapedAndComeBack(String characters) throws JsonProcessingException {
        Text text = Text.of(characters);

        assertThat(text).hasToString(characters);
        assertThat(text.isEmpty()).isEqualTo(characters.isEmpty());
        assertThat(JSON.readValue("\"" + content(text) + "\"", String.class)).isEqualTo(characters);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\\\", `\"`",
                "\\\\, \\",
                "\\/, /",
                "\\b\\f\\n\\r\\t, `\b\f\n\r\t`",
                "\\u00e9\\u00E9, éé",
                "\\ud83d\\ude00, 😀",
                "x\\uD842\\uDFB7田, x𠮷田",
                "\\u0000, `\0`",
                "名刺 \\u0026 \\\"Spring Expo\\\", `名刺 & \"Spring Expo\"`"
            })
    void escapesStayAsTheyCameAndAreReadWhenAskedFor(String content, String characters) {
        Text text = read(content);

        assertThat(content(text)).isEqualTo(content);
        assertThat(text).hasToString(characters);
        assertThat(text.length()).isEqualTo(content.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud842",
                "\\udfb7",
                "\\udfb7\\ud842",
                "\\ud842x",
                "x\\ud842\\ud842",
                "\\ud842\\n",
                "\\ud842\\u0041",
                "\\ud842\\\\udfb7",
                "\\ud842\\ud83d\\ude00"
            })
    void halfASurrogatePairIsAQuestionMarkAsInAnyAnswer(String content) throws JsonProcessingException {
        String broken = JSON.readValue("\"" + content + "\"", String.class);
        String whole = new String(broken.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(read(content)).hasToString(whole).isEqualTo(Text.of(whole));
        assertThat(Text.of(broken)).isEqualTo(Text.of(whole));
        assertThat(JSON.readValue("\"" + content(read(content)) + "\"", String.class))
                .isEqualTo(whole)
                .contains("?");
    }

    @Test
    void textsOfTheSameCharactersAreEqualHoweverTheyAreEscaped() {
        List<Text> same = List.of(
                Text.of("é/\"😀"),
                read("é/\\\"😀"),
                read("\\u00e9\\/\\\"😀"),
                read("\\u00E9/\\u0022\\ud83d\\ude00"),
                read("é\\u002f\\\"\\uD83D\\uDE00"));

        for (Text one : same) {
            assertThat(same)
                    .allSatisfy(other -> assertThat(other).isEqualTo(one).hasSameHashCodeAs(one));
        }
        assertThat(read("\\u0041")).isEqualTo(Text.of("A")).hasSameHashCodeAs(Text.of("A"));
        assertThat(Text.of("")).isEqualTo(Text.EMPTY).hasSameHashCodeAs(Text.EMPTY);
    }

    @Test
    void textsOfOtherCharactersAreNot() {
        assertThat(Text.of("a"))
                .isNotEqualTo(Text.of("b"))
                .isNotEqualTo(Text.of("aa"))
                .isNotEqualTo(Text.EMPTY);
        assertThat(read("\\n")).isNotEqualTo(Text.of("\\n")).isNotEqualTo(Text.of("n"));
        assertThat(Text.of("\\n")).isNotEqualTo(Text.of("\n"));
        assertThat(Text.of("a")).isNotEqualTo("a").isNotEqualTo(null);
    }

    @Test
    void aTextIsPartOfItsBodyUntilItIsCopied() {
        byte[] body = "[\"one\", \"two\"]".getBytes(StandardCharsets.UTF_8);
        List<Text> texts = Objects.requireNonNull(JsonReader.read(body, json -> json.list(JsonReader::text))).stream()
                .map(Objects::requireNonNull)
                .toList();
        byte[] answer = new byte[7 + Text.BEYOND];
        int end = texts.get(1).copyTo(answer, texts.get(0).copyTo(answer, 1));

        assertThat(texts).extracting(Text::bodyLength).containsOnly(body.length);
        assertThat(texts.get(1).byteAt(1)).isEqualTo((byte) 'w');
        assertThat(answer).startsWith("\0onetwo".getBytes(StandardCharsets.UTF_8));
        assertThat(end).isEqualTo(7);
    }

    @Test
    void noTextHasNoCharacters() {
        assertThat(Text.string(null)).isNull();
        assertThat(Text.string(Text.of("a"))).isEqualTo("a");
    }

    private static Text read(String content) {
        byte[] body = ("\"" + content + "\"").getBytes(StandardCharsets.UTF_8);
        @Nullable Text text = JsonReader.read(body, JsonReader::text);
        return Objects.requireNonNull(text);
    }

    private static String content(Text text) {
        byte[] bytes = new byte[text.length() + Text.BEYOND];
        return new String(bytes, 0, text.copyTo(bytes, 0), StandardCharsets.UTF_8);
    }
}
