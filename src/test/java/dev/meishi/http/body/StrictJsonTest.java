package dev.meishi.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.graphql.RequestRefused;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link StrictJson}: RFC 8259 in UTF-8, and nothing that only looks like it. */
class StrictJsonTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(StrictJson.object(
                        " {\"s\": \"a\\u00e9\\uD83D\\uDE00\\n\", \"i\": -1, \"f\": 1.5e2, \"t\": true, \"n\": null,"
                                + " \"l\": [1, []], \"o\": {}, \"\": 0}\r\n\t ",
                        "It"))
                .containsEntry("s", "aé😀\n")
                .containsEntry("i", -1)
                .containsEntry("f", new BigDecimal("1.5E+2"))
                .containsEntry("t", true)
                .containsEntry("n", null)
                .containsEntry("l", List.of(1, List.of()))
                .containsEntry("o", Map.of())
                .containsEntry("", 0);
        assertThat(StrictJson.object("{\"i\": 12345678901234567890}", "It"))
                .containsEntry("i", new BigInteger("12345678901234567890"));
        assertThat(StrictJson.object("null", "It")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":{\"b\":{\"c\":1,\"c\":1}}}",
                "{\"a\":[[{\"b\":1,\"b\":1}]]}",
            })
    void anObjectThatHasANameTwiceIsRefused(String text) {
        assertThat(refusal(text)).contains("It is not JSON at line 1, column ").contains("An object has a name twice.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{,}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'b'}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":5.}",
                "{\"a\":1e}",
                "{\"a\":0x1}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":True}",
                "{\"a\":undefined}",
                "{\"a\":1} /* */",
                "// x\n{\"a\":1}",
                "{\"a\":1 # x\n}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"b}",
                "{\"a\":1}}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1} x",
                "{\"a\":1},",
                "{\"a\":1}]",
                "{\"a\":1}\u0000",
                "\u00a0{}",
                "{}\uFEFF",
                "nul",
                "{\"a\":\u0000}"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThat(refusal(text)).startsWith("It is not JSON at line ");
    }

    @Test
    void whatCannotBeSeenIsNamed() {
        assertThat(refusal("")).startsWith("It is empty; a JSON object is expected");
        assertThat(refusal(" \r\n\t")).startsWith("It has only whitespace; a JSON object is expected");
        assertThat(refusal("\uFEFF{}"))
                .startsWith("It begins with a byte order mark (U+FEFF)")
                .contains("send it without");
        assertThat(refusal("\uFEFF")).startsWith("It begins with a byte order mark (U+FEFF)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]              | an array.",
                "[{\"a\":1}]     | Batches are not supported: send each operation in a request of its own.",
                "\"text\"        | a string.",
                "1               | a number.",
                "1.5             | a number.",
                "true            | a boolean.",
            })
    void whatIsNoObjectIsRefusedByItsName(String text, String words) {
        assertThat(refusal(text))
                .startsWith("It must be a JSON object, but was ")
                .contains(words);
    }

    @Test
    void valuesAreNestedSixtyFourDeepAndNoDeeper() {
        assertThat(StrictJson.object("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}", "It"))
                .hasSize(1);
        assertThat(StrictJson.object("{\"a\":".repeat(64) + "1" + "}".repeat(64), "It"))
                .hasSize(1);
        assertThat(refusal("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}")).contains("nested more than 64 deep");
        assertThat(refusal("{\"a\":".repeat(65) + "1" + "}".repeat(65))).contains("nested more than 64 deep");
        assertThat(refusal("[".repeat(100_000))).contains("nested more than 64 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "-%s", "0.%s", "%s.5", "1e%s", "1e-%s"})
    void aNumberHasAHundredDigitsAtMost(String number) {
        assertThat(refusal("{\"a\":" + number.replace("%s", "1".repeat(101)) + "}"))
                .contains("more than 100 digits");
        assertThat(refusal("{\"a\":" + number.replace("%s", "1".repeat(100_000)) + "}"))
                .contains("more than 100 digits");
    }

    @Test
    void aNumberOfAHundredDigitsIsRead() {
        assertThat(StrictJson.object("{\"a\":" + "9".repeat(100) + "}", "It"))
                .containsEntry("a", new BigInteger("9".repeat(100)));
        assertThat(StrictJson.object("{\"a\":0." + "1".repeat(98) + "}", "It")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e101",
                "1e1000000000",
                "1e-1000000000",
                "-1.5E+999999999",
                "1e2147483647",
                "1e-2147483648",
                "1e2147483648",
                "1e99999999999999999999",
                "1e-99999999999999999999",
                "0e1000000000"
            })
    void aNumberBeyondAHundredPowersOfTenIsRefused(String number) {
        assertThat(refusal("{\"a\":[" + number + "]}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\uD800\"}",
                "{\"a\":\"\\uDC00\"}",
                "{\"a\":\"\\uDC00\\uD800\"}",
                "{\"a\":\"\\uD800x\"}",
                "{\"a\":\"\\uD800\\uD800\\uDC00\"}",
                "{\"a\":[{\"b\":\"x\\uD83D\"}]}",
                "{\"\\uD800\":1}",
                "{\"a\":{\"x\\uDFFF\":1}}",
            })
    void halfACharacterIsRefused(String text) {
        assertThat(refusal(text)).isEqualTo("It has an unpaired surrogate, which is not a character.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // continuation without a start, start without its continuations
                "80",
                "BF",
                "C3",
                "C328",
                "E282",
                "E228A1",
                "F09F98",
                "F0288CBC",
                // overlong
                "C080",
                "C1BF",
                "E08080",
                "E09FBF",
                "F0808080",
                "F08FBFBF",
                // surrogates, beyond the last code point, bytes that never are
                "EDA080",
                "EDBFBF",
                "EDA0BDEDB880",
                "F4908080",
                "F5808080",
                "FE",
                "FF",
                // UTF-16 and UTF-32
                "FEFF007B007D",
                "FFFE7B007D00",
                "0000FEFF",
            })
    void whatIsNotUtf8IsRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex("7B" + hex + "7D");

        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> StrictJson.utf8(bytes, "It"));

        assertThat(refused).hasMessage("It is not UTF-8.");
    }

    @Test
    void utf8IsReadInFull() {
        String text = "a\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\uD800\uDC00\uDBFF\uDFFF\u0000";

        assertThat(StrictJson.utf8(text.getBytes(StandardCharsets.UTF_8), "It")).isEqualTo(text);
    }

    @Test
    void aLongNameIsReadLikeAnyOther() {
        assertThat(StrictJson.object("{\"" + "n".repeat(100_000) + "\":1}", "It"))
                .hasSize(1);
    }

    @Test
    void namesWithTheSameHashAreReadInNoTime() {
        List<String> twins = List.of("Aa", "BB");
        String names = IntStream.range(0, 1 << 12)
                .mapToObj(i -> IntStream.range(0, 12)
                        .mapToObj(bit -> twins.get((i >> bit) & 1))
                        .collect(Collectors.joining("", "\"", "\":1")))
                .collect(Collectors.joining(","));
        StrictJson.object("{" + names + "}", "It");

        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(StrictJson.object("{" + names + "}", "It")).hasSize(1 << 12);
        long time = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;

        assertThat(Duration.ofNanos(time)).isLessThan(Duration.ofMillis(250));
    }

    private static String refusal(String text) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> StrictJson.object(text, "It"));
        assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "BAD_REQUEST"));
        return String.valueOf(refused.getMessage());
    }
}
