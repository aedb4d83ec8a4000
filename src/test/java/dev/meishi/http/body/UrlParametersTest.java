package dev.meishi.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.graphql.RequestRefused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link UrlParameters}: decoded once, and never by guess. */
class UrlParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query=a+b                | a b",
                "query=a%20b              | a b",
                "query=a%2Bb              | a+b",
                "query=a%252Bb            | a%2Bb",
                "query=%26%3D%3F%23       | &=?#",
                "query=a=b                | a=b",
                "query=%e5%b1%B1          | 山",
                "query=%F0%9F%98%80       | 😀",
                "query=%7b__typename%7D   | {__typename}",
                "qu%65ry=a                | a",
                "&query=a                 | a",
                "query=a&                 | a",
                "x=1&&&query=a            | a",
                "query={a(b:[1])}         | {a(b:[1])}",
            })
    void aValueIsDecodedOnce(String url, String value) {
        assertThat(UrlParameters.read(url)).containsEntry("query", value);
    }

    @Test
    void whatIsEncodedByOthersComesBack() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x250; c++) {
            all.append(c);
        }
        String text = all.append("山田 😀 \uFFFF").toString();

        assertThat(UrlParameters.read("query=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .containsEntry("query", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "query="})
    void aParameterWithoutAValueIsEmpty(String url) {
        assertThat(UrlParameters.read(url)).containsEntry("query", "");
    }

    @Test
    void noParametersAreNone() {
        assertThat(UrlParameters.read(null)).isEmpty();
        assertThat(UrlParameters.read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query=%",
                "query=%2",
                "query=a%",
                "query=%zz",
                "query=%2g",
                "query=%-1",
                "query=%+1",
                "%=a",
                "query=%１２",
                "query=% 2"
            })
    void aPercentSignWithoutTwoDigitsIsRefused(String url) {
        assertThat(refusal(url)).isEqualTo("The URL has a '%' that is not followed by two hexadecimal digits.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query=%C3",
                "query=%C3%28",
                "query=%C0%80",
                "query=%ED%A0%80",
                "query=%FF",
                "%C3=a",
                "variables=%80"
            })
    void whatIsNotUtf8IsRefused(String url) {
        assertThat(refusal(url)).isEqualTo("The URL is not UTF-8.");
    }

    /** The server hands on each byte as a character: to take them would be to guess. */
    @ParameterizedTest
    @ValueSource(strings = {"query=é", "é=a", "query=\u00e5\u00b1\u00b1"})
    void whatShouldHaveBeenEncodedIsRefused(String url) {
        assertThatThrownBy(() -> UrlParameters.read(url)).isInstanceOf(RequestRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"query=a&query=a", "query=a&x=1&query=b", "query=a&qu%65ry=b", "variables={}&variables={}", "x&x"
            })
    void aParameterThatIsThereTwiceIsRefused(String url) {
        assertThat(refusal(url)).startsWith("The URL has the parameter '").endsWith("' twice.");
    }

    @Test
    void variablesAndExtensionsAreJsonObjects() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("variables", null);

        assertThat(UrlParameters.read("variables=%7B%22a%22%3A%5B1%5D%7D&extensions={\"cost\":true}"))
                .isEqualTo(Map.of("variables", Map.of("a", List.of(1)), "extensions", Map.of("cost", true)));
        assertThat(UrlParameters.read("variables=null")).isEqualTo(withNull);
        assertThat(UrlParameters.read("variables=%7B%22t%22%3A%222024-04-01T00%3A00%3A00%2B09%3A00%22%7D"))
                .isEqualTo(Map.of("variables", Map.of("t", "2024-04-01T00:00:00+09:00")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "variables=[1]          | The parameter variables must be a JSON object, but was an array.",
                "variables=1            | The parameter variables must be a JSON object, but was a number.",
                "variables=\"a\"        | The parameter variables must be a JSON object, but was a string.",
                "variables=             | The parameter variables is empty; give a JSON object such as {}, or leave it out.",
                "variables              | The parameter variables is empty",
                "extensions=            | The parameter extensions is empty",
                "variables=%20          | The parameter variables has only whitespace",
                "variables={            | The parameter variables is not JSON",
                "variables={}{}         | The parameter variables is not JSON",
                "variables={\"a\":1,\"a\":2} | The parameter variables is not JSON",
                "extensions=x           | The parameter extensions is not JSON",
                "extensions=true        | The parameter extensions must be a JSON object, but was a boolean.",
            })
    void variablesAndExtensionsOfAnotherKindAreRefused(String url, String message) {
        assertThat(refusal(url)).startsWith(message);
    }

    @Test
    void otherParametersAreText() {
        assertThat(UrlParameters.read("operationName={}&documentId=1"))
                .isEqualTo(Map.of("operationName", "{}", "documentId", "1"));
    }

    private static String refusal(String url) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> UrlParameters.read(url));
        assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "BAD_REQUEST"));
        return String.valueOf(refused.getMessage());
    }
}
