package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import graphql.org.antlr.v4.runtime.BaseErrorListener;
import graphql.org.antlr.v4.runtime.CharStreams;
import graphql.org.antlr.v4.runtime.RecognitionException;
import graphql.org.antlr.v4.runtime.Recognizer;
import graphql.org.antlr.v4.runtime.Token;
import graphql.parser.antlr.GraphqlLexer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DocumentScan} counts what the parser's own lexer would, without being it. */
class DocumentScanTest {

    /** Whatever a document is put together from, and what only looks like it. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ":",
            "=",
            "!",
            "|",
            "&",
            "$",
            "@",
            "...",
            " ",
            ",",
            "\t",
            "\n",
            "\r",
            "\uFEFF",
            "a",
            "Name_9",
            "query",
            "e",
            "E",
            "0",
            "-",
            "12",
            "-7",
            "1.5",
            "0.0e-12",
            "6E+3",
            "2e9",
            "\"\"",
            "\"a b\"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"#\"",
            "\"\\u00e9\"",
            "\"山\"",
            "# to the end\n",
            "#\"\"\"\n",
            "#\r",
            "\"\"\"\"\"\"",
            "\"\"\"a \"b\" #\n\"\"\"",
            "\"\"\"\\\"\"\"\"\"\"",
            "\"\"\"\\\\\"\"\"\"\"\"\"",
            "\"\"\"山\\n\"\"\"");

    /** Characters that make up strings and numbers, well formed or not. */
    private static final List<String> SHARDS =
            List.of("\"", "\"", "\"\"\"", "\\", " ", "\n", "#", "a", "e", "0", "1", ".", "-", "+", "{", "}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ,\t\r\n\uFEFF",
                "{a}",
                "\uFEFFquery Q($a: Int! = -1, $b: [ID!]) @x(y: {z: [1, 2.5, 0.0e-12, 1E+3]}) { ...F a: b(c: $a) }",
                "{ a(b: \"x\\\"y\\\\\", c: \"\", d: \"# no comment\") }",
                "{ a # comment \" with { brackets\n b #\r\n c }",
                "{ a(b: \"\"\"block \" with \"\" quotes\"\"\") }",
                "{ a(b: \"\"\"\"\"\") b }",
                "{ a(b: \"\"\"escaped \\\"\"\" within\"\"\") b }",
                "{ a(b: \"\"\"escaped at the end \\\"\"\"\"\"\") b }",
                "{ a(b: \"\"\"\\\"\"\"\\\"\"\"\"\"\") b }",
                "{ a(b: \"\"\"two backslashes \\\\\"\"\" within\"\"\") b }",
                "{ a(b: \"\"\"\\\"\"\"\" \"\"\") b c d }",
                "type A implements B & C @d { \"about\" a(b: Int = 1): [C!]! } union U = | A | B",
            })
    void tokensAreCountedAsTheLexerCountsThem(String text) {
        assertThat(DocumentScan.of(text).tokens()).isEqualTo(lexed(text).tokens());
    }

    @Test
    void theIntrospectionQueryIsCountedAsTheLexerCountsIt() {
        String text = IntrospectionQuery.INTROSPECTION_QUERY;

        assertThat(DocumentScan.of(text).tokens())
                .isEqualTo(lexed(text).tokens())
                .isGreaterThan(100);
    }

    @Test
    void documentsPutTogetherByChanceAreCountedAsTheLexerCountsThem() {
        Random chance = new Random(1);
        long compared = Stream.generate(() -> together(PIECES, chance, 25))
                .limit(2_000)
                .filter(DocumentScanTest::isCountedAlike)
                .count();

        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void whatTheLexerRefusesIsNeverCountedAsLessThanItHasReadByThen() {
        Random chance = new Random(2);
        Stream.generate(() -> together(SHARDS, chance, 12)).limit(20_000).forEach(DocumentScanTest::isCountedAlike);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', 0",
                "'a', 0",
                "'{a{b{c}}}', 3",
                "'{a(b:[[1]]){c}}', 4",
                "'{a}{b}', 1",
                "'{a(b: \"{{{{\") } # {{{{', 2",
                "'}}}{', 0",
                "'{{{', 3",
            })
    void nestingIsTheMostBracketsOpenAtOnce(String text, int nesting) {
        assertThat(DocumentScan.of(text).nesting()).isEqualTo(nesting);
    }

    @Test
    void marksThatAreIgnoredAreBlanksAndOthersStay() {
        String text = "\uFEFF{a(b: \"\uFEFF\" c: \"\"\"\uFEFF\"\"\")\uFEFF\uFEFF # \uFEFF\n\uFEFFd}";

        assertThat(DocumentScan.withoutMarks(text))
                .isEqualTo(" {a(b: \"\uFEFF\" c: \"\"\"\uFEFF\"\"\")   # \uFEFF\n d}");
        assertThat(DocumentScan.withoutMarks("{a}")).isEqualTo("{a}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', 0",
                "'{a}', 1",
                "'query A {a} query B {a}', 2",
                "'{a}{b}{c}', 3",
                "'query query {a} mutation subscription {a} subscription mutation {a}', 3",
                "'query {query} fragment mutation on query {mutation}', 1",
                "'query A($a: In = {b: [{c: 1}]}) @d(e: {f: 1}) {a(b: {c: 1}) {d}} fragment F on A @d(e: {f: 1}) {a}', 1",
                "'# query A {a}\nquery B {a(b: \"} query C {\")}', 1",
                "'fragment F on Q {a} query A {...F} fragment G on Q {a} query B {a}', 2",
                "'\"about\" query A {a}', 1",
                "'query', 1",
            })
    void operationsAreCountedByWhatTheyBeginWith(String text, int operations) {
        assertThat(DocumentScan.of(text).operations()).isEqualTo(operations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"\"",
                "\"\\",
                "\"a\\",
                "\"\"\"\\",
                "\"\"\"\\\"\"\"",
                "\"\"\"\"",
                "\"\"\"\"\"",
                "..",
                "-",
                "\\",
                "\uD800",
                "\uDC00\uD800",
                "\u0000",
                "é",
                "{a(b: \"unterminated",
                "{a(b: \"\"\"unterminated",
                "1e",
                "1e+",
                "\"\n"
            })
    void whatIsNoGraphqlIsCountedSomehow(String text) {
        assertThat(DocumentScan.of(text).tokens()).isBetween(1, text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"\"\\", "\\\"\"\"", "\"", "\"\"\"", "1e+", "{", "#", "a ", "\"\\"})
    @Timeout(5)
    void timeGrowsWithTheTextAndNotWithItsSquare(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        DocumentScan.of(text);

        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    private static String together(List<String> pieces, Random chance, int most) {
        return Stream.generate(() -> pieces.get(chance.nextInt(pieces.size())))
                .limit(1 + chance.nextInt(most))
                .collect(Collectors.joining());
    }

    /** Whether the lexer read all of it. */
    private static boolean isCountedAlike(String text) {
        Lexed lexed = lexed(text);
        int tokens = DocumentScan.of(text).tokens();
        if (lexed.isWhole()) {
            assertThat(tokens).as(text).isEqualTo(lexed.tokens());
        } else {
            assertThat(tokens).as(text).isGreaterThanOrEqualTo(lexed.tokens());
        }
        return lexed.isWhole();
    }

    /** Tokens of the default channel, up to the first mistake. */
    private static Lexed lexed(String text) {
        GraphqlLexer lexer = new GraphqlLexer(CharStreams.fromString(text));
        boolean[] isBroken = {false};
        lexer.removeErrorListeners();
        lexer.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException thrown) {
                isBroken[0] = true;
            }
        });
        int tokens = 0;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (isBroken[0]) {
                break;
            }
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                tokens++;
            }
        }
        return new Lexed(tokens, !isBroken[0]);
    }

    private record Lexed(int tokens, boolean isWhole) {}
}
