package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link IdScalar}, {@link DateScalar} and {@link DateTimeScalar}: what they take, from variables and from documents alike. */
class ScalarsTest {

    @Test
    void anIdIsAStringOrAnInteger() {
        assertThat(value(IdScalar.TYPE.getCoercing(), "a")).isEqualTo("a");
        assertThat(value(IdScalar.TYPE.getCoercing(), 7)).isEqualTo("7");
        assertThat(value(IdScalar.TYPE.getCoercing(), 7_000_000_000L)).isEqualTo("7000000000");
        assertThat(value(IdScalar.TYPE.getCoercing(), new BigInteger("9".repeat(30))))
                .isEqualTo("9".repeat(30));
        assertThat(literal(IdScalar.TYPE.getCoercing(), "\"a\"")).isEqualTo("a");
        assertThat(literal(IdScalar.TYPE.getCoercing(), "7")).isEqualTo("7");
    }

    @Test
    void nothingElseIsAnId() {
        for (Object other : List.of(1.5, new BigDecimal("1.0"), true, List.of("x"), Map.of("a", 1))) {
            assertThatThrownBy(() -> value(IdScalar.TYPE.getCoercing(), other))
                    .isInstanceOf(CoercingParseValueException.class);
        }
        for (String other : List.of("1.5", "true", "[\"x\"]", "{a: 1}", "A")) {
            assertThatThrownBy(() -> literal(IdScalar.TYPE.getCoercing(), other))
                    .isInstanceOf(CoercingParseLiteralException.class);
        }
    }

    @Test
    void aDateIsADay() {
        Coercing<?, ?> dates = DateScalar.TYPE.getCoercing();
        LocalDate day = LocalDate.of(2020, 4, 5);

        assertThat(dates.serialize(day, GraphQLContext.getDefault(), Locale.ENGLISH))
                .isEqualTo("2020-04-05");
        assertThat(dates.serialize("2020-04-05", GraphQLContext.getDefault(), Locale.ENGLISH))
                .isEqualTo("2020-04-05");
        assertThat(dates.parseValue("2020-04-05", GraphQLContext.getDefault(), Locale.ENGLISH))
                .isEqualTo(day);
        for (Object other : List.of("2020-02-30", "20200405", "2020-04-05T00:00:00Z", "+12020-04-05", 7)) {
            assertThatThrownBy(() -> dates.parseValue(other, GraphQLContext.getDefault(), Locale.ENGLISH))
                    .isInstanceOf(CoercingParseValueException.class);
        }
        for (String other : List.of("\"2020-02-30\"", "7", "A")) {
            assertThatThrownBy(() -> literal(dates, other)).isInstanceOf(CoercingParseLiteralException.class);
        }
        assertThat(literal(dates, "\"2020-04-05\"")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-05T19:30:04+09:00, 2020-04-05T19:30:04+09:00",
        "2020-04-05t19:30:04z,      2020-04-05T19:30:04Z",
        "2020-04-05T19:30:04.1z,    2020-04-05T19:30:04.1Z",
        "2020-04-05t19:30:04-00:00, 2020-04-05T19:30:04-00:00",
    })
    void aDateTimeIsOfRfc3339WithLettersOfEitherSize(String written, String read) {
        assertThat(value(DateTimeScalar.TYPE.getCoercing(), written)).isEqualTo(read);
        assertThat(literal(DateTimeScalar.TYPE.getCoercing(), '"' + written + '"'))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-04-05",
                "2020-04-05T19:30",
                "2020-04-05T19:30:04",
                "2020-04-05 19:30:04Z",
                "2020-04-05T19:30:04+09",
                "2020-04-05T19:30:04+0900",
                "2020-02-30T00:00:00Z",
            })
    void nothingElseIsADateTime(String written) {
        assertThatThrownBy(() -> value(DateTimeScalar.TYPE.getCoercing(), written))
                .isInstanceOf(CoercingParseValueException.class);
    }

    @Test
    void theSpecificationOfADateTimeIsTheOneItKeepsTo() {
        assertThat(DateTimeScalar.TYPE.getSpecifiedByUrl()).isEqualTo("https://www.rfc-editor.org/rfc/rfc3339");
    }

    private static @Nullable Object value(Coercing<?, ?> coercing, Object sent) {
        return coercing.parseValue(sent, GraphQLContext.getDefault(), Locale.ENGLISH);
    }

    private static @Nullable Object literal(Coercing<?, ?> coercing, String written) {
        Value<?> literal = Parser.parseValue(written);
        return coercing.parseLiteral(
                literal, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ENGLISH);
    }
}
