package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RequestType}: JSON in UTF-8, and nothing a browser sends without asking first. */
class RequestTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                " application/json ",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/json ; CHARSET=utf-8",
                "application/json; profile=\"x\"; charset=utf-8",
                "application/json;",
                "application/json; charset=utf8",
                "application/json; charset=UTF8",
                "application/json; charset=\"utf8\"",
                "application/json; charset=unicode-1-1-utf-8",
                "application/json; charset=x-unicode20utf8",
            })
    void jsonInUtf8IsTaken(String type) {
        assertThat(RequestType.isJson(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/plain; application/json",
                "text/plain;charset=utf-8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/graphql+json",
                "application/graphql-response+json",
                "application/jsonx",
                "application/json5",
                "application/ json",
                "application/json, application/json",
                "text/json",
                "*/*",
                "application/*",
                "json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=latin1",
                "application/json; charset=utf-16",
                "application/json; charset=utf",
                "application/json; charset=utf-7",
                "application/json; charset=utf88",
                "application/json; charset=unicode",
                "application/json; charset=utf-8; charset=latin1",
                "application/json; charset=\"latin1\"",
                "application/json; charset=",
                "application/json; charset = latin1",
                "application/json\u0000",
            })
    void anythingElseIsNot(String type) {
        assertThat(RequestType.isJson(type)).isFalse();
    }

    @Test
    void aBodyThatIsNotDeclaredIsNot() {
        assertThat(RequestType.isJson(null)).isFalse();
    }
}
