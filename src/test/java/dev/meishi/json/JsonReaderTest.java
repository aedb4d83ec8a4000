package dev.meishi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link JsonReader}: takes JSON and nothing else, as Jackson does. */
class JsonReaderTest {

    private static final Members POINT = Members.of("x", "name", "aRatherLongNameOfAMember", "list");

    private static final List<ValueReader<List<Text>>> WAYS =
            List.of(json -> json.present(JsonReader::text), json -> json.presentOrOne(JsonReader::text));

    private record Point(
            @Nullable Integer x,
            @Nullable Text name,
            @Nullable Boolean isIt,
            @Nullable List<Text> list) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-0",
                "10",
                "-1.5e+10",
                "1E5",
                "0.0",
                "\"\"",
                "\"a\"",
                "[]",
                "{}",
                " [ ] ",
                "\t{\r\n}",
                "[1,2]",
                "[[],{}]",
                "{\"a\":{\"b\":[null]}}",
                "\"\\u0000\"",
                "\"\\/\"",
                "\"\u007f\u2028\"",
                "[\"é名𠮷\"]",
                "{\"\":1}",
                "{\"a\":1,\"a\":2}",
                "\ufeff[]"
            })
    void jsonIsJson(String body) {
        assertThat(isRefused(body.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nulll",
                "True",
                "tru",
                "01",
                "-",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e+",
                "-a",
                "0x1",
                "NaN",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"\\u１234\"",
                "\"\n\"",
                "\"\t\"",
                "\"\u0000\"",
                "'a'",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{1:1}",
                "{\"a\":1]",
                "[1]]",
                "[] x",
                "{}{}",
                "1 2",
                "//\n1",
                "/**/1",
                "\u00a0[]",
                "\f[]",
                "[\u0000]",
                "[\ufeff]"
            })
    void anythingElseIsRefused(String body) {
        assertThat(isRefused(body.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void whatIsRefusedIsSaidByItsPlaceAlone() {
        byte[] body = "{\"name\": \"April\" \"Jackson\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> JsonReader.read(body, JsonReaderTest::point))
                .isInstanceOf(UnexpectedJson.class)
                .hasMessage("Expected a comma at byte 17");
    }

    @Test
    void depthHasAnEndBeforeTheStackHas() {
        assertThat(isRefused(("[".repeat(1000) + "]".repeat(1000)).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(isRefused(("[".repeat(1001) + "]".repeat(1001)).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(isRefused("{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void membersAreFoundInAnyOrderAndByAnySpelling() {
        for (String body : List.of(
                "{\"x\":1,\"name\":\"n\",\"aRatherLongNameOfAMember\":true,\"list\":[\"a\",null]}",
                "{\"list\":[\"a\",null],\"aRatherLongNameOfAMember\":true,\"name\":\"n\",\"x\":1}",
                "{ \"x\" : 1 , \"name\" : \"n\" , \"aRatherLongNameOfAMember\" : true , \"list\" : [ \"a\" , null ] } ",
                "{\"\\u0078\":1,\"n\\u0061me\":\"n\",\"aRatherLongNameOfAM\\u0065mber\":true,\"\\u006cist\":[\"a\",null]}",
                "{\"x\":2,\"xx\":{\"x\":3},\"nam\":[],\"names\":0,\"aRatherLongNameOfAnother\":false,\"x\":1,"
                        + "\"list\":[\"a\",null],\"aRatherLongNameOfAMember\":true,\"name\":\"n\"}")) {
            assertThat(JsonReader.read(body.getBytes(StandardCharsets.UTF_8), JsonReaderTest::point))
                    .as(body)
                    .isEqualTo(new Point(1, Text.of("n"), true, List.of(Text.of("a"))));
        }
    }

    @Test
    void aRepeatedMemberHasItsLastValue() {
        String body = "{\"x\":1,\"name\":\"n\",\"aRatherLongNameOfAMember\":true,\"list\":[],\"x\":2,\"name\":null}";

        assertThat(JsonReader.read(body.getBytes(StandardCharsets.UTF_8), JsonReaderTest::point))
                .isEqualTo(new Point(2, null, true, List.of()));
    }

    @Test
    void listsWithinListsKeepTheirElementsApart() {
        int[] next = {0};
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lists.add("[" + "7,".repeat(i) + i + "]");
        }
        String body = "[" + String.join(",", lists) + "]";

        List<List<Text>> read = JsonReader.read(
                body.getBytes(StandardCharsets.UTF_8), json -> json.list(inner -> inner.list(JsonReader::text)));

        assertThat(read).hasSize(100).allSatisfy(list -> {
            assertThat(list).hasSize(next[0] + 1).endsWith(Text.of(String.valueOf(next[0])));
            next[0]++;
        });
    }

    /** Every place a long string can break off, cross a word of eight bytes, or hold what is not plain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | ''",
                "[] | ''",
                "' \" \" ' | ''",
                "[null,null] | ''",
                "[\"a\"] | a",
                "[null,\"a\"] | a",
                "[\"a\",null,\"b\"] | a b",
                "[\"a\",\"b\",null,\"c\"] | a b c",
                "[\"a\",1,true,null,\"\"] | 'a 1 true '"
            })
    void ofAListOnlyWhatIsThereIsTaken(String body, String expected) {
        for (ValueReader<List<Text>> value : WAYS) {
            List<Text> read = Objects.requireNonNull(JsonReader.read(body.getBytes(StandardCharsets.UTF_8), value));

            assertThat(read.stream().map(Text::toString).collect(Collectors.joining(" ")))
                    .isEqualTo(expected);
            assertThat(read).isUnmodifiable();
        }
    }

    @Test
    void inThePlaceOfAListItsOnlyElementMayStandWhereItIsSaidTo() {
        byte[] body = "\"a\"".getBytes(StandardCharsets.UTF_8);

        List<Text> alone = JsonReader.read(body, json -> json.presentOrOne(JsonReader::text));

        assertThat(alone).containsExactly(Text.of("a"));
        assertThatThrownBy(() -> JsonReader.read(body, json -> json.present(JsonReader::text)))
                .isInstanceOf(UnexpectedJson.class);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "null, false", "'\"\"', false", "'\"TRUE\"', true", "1, true", "0, false"
    })
    void yesIsYesAndNothingIsNo(String body, boolean expected) {
        assertThat(JsonReader.read(body.getBytes(StandardCharsets.UTF_8), JsonReader::isTrue))
                .isEqualTo(expected);
    }

    @Test
    void aStringIsSeenToItsEndWhereverItLies() {
        for (int before = 0; before < 17; before++) {
            for (String odd : List.of("", "\\n", "é", "名", "😀", "\\ud83d\\ude00", "\"", "\n", "\\", "\\u12")) {
                for (int after = 0; after < 17; after++) {
                    String content = "x".repeat(before) + odd + "y".repeat(after);
                    byte[] body = ("[\"" + content + "\",1]").getBytes(StandardCharsets.UTF_8);

                    assertThat(isRefused(body)).as(content).isEqualTo(isRefusedByJackson(body));
                }
            }
        }
    }

    @Test
    void utf8IsWhatJavaSaysItIs() {
        Random random = new Random(20200405);
        byte[] starts = {
            (byte) 0xc1,
            (byte) 0xc2,
            (byte) 0xdf,
            (byte) 0xe0,
            (byte) 0xed,
            (byte) 0xef,
            (byte) 0xf0,
            (byte) 0xf4,
            (byte) 0xf5,
            (byte) 0x80,
            (byte) 0x9f,
            (byte) 0xa0,
            (byte) 0xbf,
            'a'
        };
        for (int i = 0; i < 50_000; i++) {
            byte[] body = "[\"12345678\"]".getBytes(StandardCharsets.UTF_8);
            for (int at = 3; at < 8; at++) {
                body[at] = random.nextInt(3) == 0
                        ? (byte) (0x80 | random.nextInt(0x80))
                        : starts[random.nextInt(starts.length)];
            }

            assertThat(isRefused(body)).as("%s", (Object) body).isEqualTo(!isUtf8(body));
        }
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    /** Both ways of reading: what is of interest, and what is passed over. */
    private static boolean isRefused(byte[] body) {
        boolean isRefused = isRefusedByScanner(body);
        byte[] passedOver = concat("{\"unknown\":", body, "}");
        if (body.length > 0 && body[0] != (byte) 0xef) {
            assertThat(catchThrowable(() -> JsonReader.read(passedOver, JsonReaderTest::point)) != null)
                    .as("%s", new String(body, StandardCharsets.UTF_8))
                    .isEqualTo(isRefused || depth(body) == 1000);
        }
        return isRefused;
    }

    private static int depth(byte[] body) {
        int depth = 0;
        while (depth < body.length && body[depth] == '[') {
            depth++;
        }
        return depth;
    }

    private static boolean isRefusedByScanner(byte[] body) {
        JsonScanner scanner = new JsonScanner(body);
        Throwable thrown = catchThrowable(() -> {
            scanner.skip();
            scanner.end();
        });
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(UnexpectedJson.class);
        }
        return thrown != null;
    }

    private static boolean isRefusedByJackson(byte[] body) {
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    private static byte[] concat(String before, byte[] body, String after) {
        ByteBuffer all = ByteBuffer.allocate(before.length() + body.length + after.length());
        return all.put(before.getBytes(StandardCharsets.UTF_8))
                .put(body)
                .put(after.getBytes(StandardCharsets.UTF_8))
                .array();
    }

    private static @Nullable Point point(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Integer x = null;
        Text name = null;
        Boolean isIt = null;
        List<Text> list = null;
        for (int at = json.member(POINT, Members.NONE); at != Members.NONE; at = json.member(POINT, at)) {
            switch (at) {
                case 0 -> x = json.integer();
                case 1 -> name = json.text();
                case 2 -> isIt = json.bool();
                default -> list = json.list(JsonReader::text);
            }
        }
        return new Point(x, name, isIt, list);
    }
}
