package dev.meishi.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBufferTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\"",
                "back\\slash",
                "line\nfeed\r\ttab",
                "\b\f\u0000\u001f\u007f",
                "名刺",
                "김철수",
                "é",
                "\u07ff\u0800\uffff",
                "😀",
                "a😀b",
                "\u2028\u2029",
                "</script>"
            })
    void textIsReadBackAsItWas(String text) throws Exception {
        assertThat(JACKSON.readValue(written(text), String.class)).isEqualTo(text);
    }

    @Test
    void anyTextIsReadBackAsItWas() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(40), 0, 0x2_0000)
                    .filter(point -> point < 0xD800 || point > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(JACKSON.readValue(written(text), String.class)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\ud83d\ud83d\ude00"})
    void halfOfAPairIsEscaped(String text) throws Exception {
        byte[] json = written(text);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .doesNotContain("\ufffd")
                .contains("\\ud");
        assertThat(JACKSON.readValue(new String(json, StandardCharsets.UTF_8), String.class))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9, 10, -1, 123_456, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void numbersAreDecimal(int number) {
        JsonBuffer json = new JsonBuffer(0);
        json.number(number);
        assertThat(json).hasToString(Integer.toString(number));
    }

    @Test
    void timesAreWrittenAsByTheFormatterOrNotAtAll() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            OffsetDateTime time = OffsetDateTime.of(
                    random.nextInt(12_000) - 1_000,
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(60),
                    random.nextInt(60),
                    random.nextInt(4) == 0 ? random.nextInt(1_000_000_000) : 0,
                    ZoneOffset.ofTotalSeconds(random.nextBoolean() ? 32_400 : random.nextInt(129_601) - 64_800));
            JsonBuffer json = new JsonBuffer(0);
            if (json.time(time)) {
                assertThat(json).hasToString('"' + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) + '"');
            } else {
                assertThat(json.length()).isZero();
                assertThat(time.getNano() != 0
                                || time.getYear() < 0
                                || time.getYear() > 9_999
                                || time.getOffset().getTotalSeconds() % 60 != 0)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsWrittenStandsOneAfterTheOther() {
        JsonBuffer json = new JsonBuffer(1);
        json.raw('[');
        json.bool(true);
        json.raw(',');
        json.bool(false);
        json.raw(',');
        json.none();
        json.raw(new Literal(",\"a\"]"));
        assertThat(json).hasToString("[true,false,null,\"a\"]");
        assertThat(json.length()).isEqualTo(21);
    }

    @Test
    void itGrowsWithWhatIsWritten() throws Exception {
        JsonBuffer json = new JsonBuffer(1);
        json.raw('[');
        String text = "刺".repeat(1_000);
        for (int i = 0; i < 100; i++) {
            if (i > 0) {
                json.raw(',');
            }
            json.string(text);
        }
        json.raw(']');
        assertThat(json.length()).isEqualTo(100 * 3_003 + 1);
        assertThat(JACKSON.readValue(json.since(0), String[].class))
                .hasSize(100)
                .containsOnly(text);
    }

    /** A large one is never copied, and needs no long free stretch of the heap. */
    @Test
    void aLargeOneIsInParts() {
        JsonBuffer json = new JsonBuffer(4_000_000);
        byte[] piece = "\"0123456789\",".repeat(200).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1_000; i++) {
            json.raw(piece);
        }

        assertThat(json.parts())
                .hasSizeBetween(37, 39)
                .allSatisfy(part -> assertThat(part.capacity()).isLessThanOrEqualTo(256 * 1024));
        assertThat(json.parts().stream().mapToInt(ByteBuffer::remaining).sum()).isEqualTo(json.length());
        assertThat(json.capacity()).isLessThan(json.length() + json.length() / 10);
    }

    /** Beside the same without parts: texts of all lengths, what was written since, what is put before it. */
    @Test
    void partsAreOneTextAndWeighedWhole() {
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            List<Integer> held = new ArrayList<>();
            JsonBuffer json = new JsonBuffer(random.nextInt(100_000), (spare, least, wanted) -> {
                held.add(spare + wanted);
                return wanted;
            });
            StringBuilder expected = new StringBuilder("{");
            json.raw('{');
            int texts = random.nextInt(60);
            for (int i = 0; i < texts; i++) {
                String text = String.valueOf((char) ('a' + i % 26)).repeat(random.nextInt(i % 9 == 0 ? 90_000 : 9_000));
                json.string(text);
                expected.append('"').append(text).append('"');
            }
            assertThat(json).hasToString(expected.toString());
            int begin = random.nextInt(expected.length());
            assertThat(new String(json.since(begin), StandardCharsets.UTF_8)).isEqualTo(expected.substring(begin));

            String first = "x".repeat(random.nextInt(200_000));
            json.before(1, () -> json.string(first));
            expected.replace(0, 1, '"' + first + '"');
            assertThat(json).hasToString(expected.toString());
            assertThat(json.length()).isEqualTo(expected.length());

            json.raw("}}".getBytes(StandardCharsets.US_ASCII));
            json.back();
            assertThat(json).hasToString(expected + "}");
            assertThat(json.capacity())
                    .isEqualTo(held.stream().mapToInt(Integer::intValue).max().orElseThrow());
        }
    }

    private static byte[] written(String text) {
        JsonBuffer json = new JsonBuffer(0);
        json.string(text);
        return json.since(0);
    }
}
