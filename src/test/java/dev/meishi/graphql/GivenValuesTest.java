package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link GivenValues}: literals, variables and defaults, and nothing where there is none. */
class GivenValuesTest {

    private static final long MOST = 1_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{f(n: 3)}        | 3",
                "{f(n: 0)}        | 0",
                "{f(n: -3)}       | 0",
                "{f(n: 1000)}     | 1000",
                "{f(n: 1001)}     | 1000",
                "{f(n: 99999999999999999999999999)} | 1000",
                "{f(n: -99999999999999999999999999)} | 0",
                "{f(n: null)}     | -1",
                "{f(n: 1.5)}      | -1",
                "{f(n: \"3\")}    | -1",
                "{f(n: [3])}      | -1",
                "{f(m: 3)}        | -1",
                "{f}              | -1",
                "{f(n: $missing)} | -1",
            })
    void aNumberIsReadFromALiteral(String query, long number) {
        assertThat(number(query, Map.of())).isEqualTo(number);
    }

    @Test
    void aNumberIsReadFromAVariableAsItWasSent() {
        String query = "query($n: Int = 7) {f(n: $n)}";

        assertThat(number(query, Map.of("n", 3))).isEqualTo(3);
        assertThat(number(query, Map.of("n", -3))).isZero();
        assertThat(number(query, Map.of("n", 3L))).isEqualTo(3);
        assertThat(number(query, Map.of("n", BigInteger.TEN))).isEqualTo(10);
        assertThat(number(query, Map.of("n", new BigDecimal("12.0")))).isEqualTo(12);
        assertThat(number(query, Map.of("n", Integer.MAX_VALUE))).isEqualTo(MOST);
        assertThat(number(query, Map.of("n", Integer.MAX_VALUE + 1L))).isEqualTo(GivenValues.NONE);
        assertThat(number(query, Map.of("n", Integer.MIN_VALUE - 1L))).isEqualTo(GivenValues.NONE);
        assertThat(number(query, Map.of("n", "3"))).isEqualTo(GivenValues.NONE);
        assertThat(number(query, Map.of("n", List.of(3)))).isEqualTo(GivenValues.NONE);
        assertThat(number(query, Map.of("n", true))).isEqualTo(GivenValues.NONE);
        assertThat(number("query($n: Int) {f(n: $other)}", Map.of("other", 3))).isEqualTo(GivenValues.NONE);
    }

    @Test
    void aDefaultStandsForWhatWasNotSentAndNotForNull() {
        Map<String, Object> sentNull = new HashMap<>();
        sentNull.put("n", null);

        assertThat(number("query($n: Int = 7) {f(n: $n)}", Map.of())).isEqualTo(7);
        assertThat(number("query($n: Int = 7) {f(n: $n)}", sentNull)).isEqualTo(GivenValues.NONE);
        assertThat(number("query($n: Int = null) {f(n: $n)}", Map.of())).isEqualTo(GivenValues.NONE);
        assertThat(number("query($n: Int) {f(n: $n)}", Map.of())).isEqualTo(GivenValues.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{f(a: [1, 2, 3])}                             | 3",
                "{f(a: [])}                                    | 0",
                "{f(x: 1, a: [1, 2])}                          | 2",
                "{f(a: [[1, 2], [3]])}                         | 2",
                "{f(a: 1)}                                     | -1",
                "{f}                                           | -1",
                "query($a: [Int] = [1, 2]) {f(a: $a)}          | 2",
                "query($a: [Int]) {f(a: $a)}                   | -1",
            })
    void aListHasTheSizeItIsWrittenWith(String query, long size) {
        assertThat(given(query, Map.of()).listSize(field(query))).isEqualTo(size);
    }

    @Test
    void aListInAVariableHasTheSizeItWasSentWith() {
        String query = "query($a: [Int] = [1]) {f(a: $a)}";

        assertThat(given(query, Map.of("a", List.of(1, 2, 3))).listSize(field(query)))
                .isEqualTo(3);
        assertThat(given(query, Map.of("a", 1)).listSize(field(query))).isEqualTo(GivenValues.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{f @skip(if: true)}                        | true",
                "{f @skip(if: false)}                       | false",
                "{f @include(if: false)}                    | true",
                "{f @include(if: true)}                     | false",
                "{f @include(if: true) @skip(if: true)}     | true",
                "{f @other(if: true)}                       | false",
                "{f @skip}                                  | false",
                "{f @skip(if: 1)}                           | false",
                "{f @skip(if: null)}                        | false",
                "query($b: Boolean = true) {f @skip(if: $b)} | true",
                "query($b: Boolean = false) {f @include(if: $b)} | true",
                "query($b: Boolean) {f @include(if: $b)}    | false",
            })
    void aSelectionIsLeftOutIfADirectiveSaysSo(String query, boolean isLeftOut) {
        assertThat(given(query, Map.of()).isLeftOut(field(query))).isEqualTo(isLeftOut);
    }

    @Test
    void whatWasSentDecidesBeforeTheDefault() {
        String query = "query($b: Boolean = true) {f @skip(if: $b)}";

        assertThat(given(query, Map.of("b", false)).isLeftOut(field(query))).isFalse();
        assertThat(given(query, Map.of("b", "true")).isLeftOut(field(query))).isFalse();
    }

    private static long number(String query, Map<String, ?> sent) {
        return given(query, sent).number(field(query), "n", MOST);
    }

    private static GivenValues given(String query, Map<String, ?> sent) {
        return new GivenValues(operation(query), sent);
    }

    private static Field field(String query) {
        return operation(query)
                .getSelectionSet()
                .getSelectionsOfType(Field.class)
                .get(0);
    }

    private static OperationDefinition operation(String query) {
        return Settings.parsed(query)
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow();
    }
}
