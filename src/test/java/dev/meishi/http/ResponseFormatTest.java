package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.impl.HeaderParser;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ResponseFormat}: what callers like best of the two there are (RFC 9110, 12.5.1). */
class ResponseFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                                                      | JSON",
                "application/graphql-response+json                                     | GRAPHQL_RESPONSE",
                "*/*                                                                   | JSON",
                "application/*                                                         | JSON",
                "APPLICATION/Json                                                      | JSON",
                "Application/GraphQL-Response+JSON                                     | GRAPHQL_RESPONSE",
                // named both: the newer one, unless the caller weighs them
                "application/json, application/graphql-response+json                   | GRAPHQL_RESPONSE",
                "application/graphql-response+json, application/json                   | GRAPHQL_RESPONSE",
                "application/graphql-response+json, application/json;q=0.9             | GRAPHQL_RESPONSE",
                "application/graphql-response+json;q=0.9, application/json             | JSON",
                "application/graphql-response+json;q=0.1, application/json;q=0.2       | JSON",
                "application/graphql-response+json;q=0.2, application/json;q=0.1       | GRAPHQL_RESPONSE",
                "application/graphql-response+json, application/json; charset=utf-8    | GRAPHQL_RESPONSE",
                "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8 | GRAPHQL_RESPONSE",
                "application/json; charset=utf-8, application/graphql-response+json; charset=utf-8 | GRAPHQL_RESPONSE",
                "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed | GRAPHQL_RESPONSE",
                "application/json, multipart/mixed                                     | JSON",
                // the most specific range decides, not the first nor the best
                "*/*, application/json;q=0.1                                           | GRAPHQL_RESPONSE",
                "*/*;q=0.1, application/graphql-response+json                          | GRAPHQL_RESPONSE",
                "*/*, application/json;q=0                                             | GRAPHQL_RESPONSE",
                "application/json;q=0, */*                                             | GRAPHQL_RESPONSE",
                "application/*, application/json;q=0                                   | GRAPHQL_RESPONSE",
                "*/*;q=0, application/json                                             | JSON",
                "application/*;q=0, application/graphql-response+json                  | GRAPHQL_RESPONSE",
                "application/*;q=0.5, */*;q=0.1, application/graphql-response+json;q=0.2 | JSON",
                "application/json;charset=utf-8;q=0, application/json                  | ",
                "application/json;q=0, application/json;charset=utf-8                  | JSON",
                // charsets
                "application/json; charset=utf-8                                       | JSON",
                "application/json; charset=UTF-8                                       | JSON",
                "application/json; charset=\"utf-8\"                                   | JSON",
                "application/json; CHARSET=Utf-8                                       | JSON",
                "application/json; charset=iso-8859-1                                  | ",
                "application/json; charset=iso-8859-1, */*;q=0.1                       | JSON",
                "application/json; charset=nonsense                                    | ",
                "application/graphql-response+json; charset=utf-16, application/json   | JSON",
                // others
                "text/html                                                             | ",
                "text/html, image/png;q=0.5                                            | ",
                "application/xml, text/*                                               | ",
                "application/json;q=0                                                  | ",
                "application/json;q=0, application/graphql-response+json;q=0           | ",
                "*/*;q=0                                                               | ",
                "application/json;q=0.0, text/html                                     | ",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8       | JSON",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2                  | JSON",
                "application/jsonx                                                     | ",
                "json                                                                  | ",
                "application/json;q=0.01                                               | JSON",
            })
    void theCallersPreferenceDecides(String accept, ResponseFormat format) {
        assertThat(ResponseFormat.of(parsed(accept))).isEqualTo(format);
    }

    @Test
    void whoSaysNothingIsAnsweredInJson() {
        assertThat(ResponseFormat.of(List.of())).isEqualTo(ResponseFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";;;",
                "/",
                "a/b/c",
                "\"",
                "application/json;q=abc",
                "application/json;q=",
                "application/json;q",
                "a b",
                "é/ü"
            })
    void noHeaderIsTooOddToBeAnswered(String accept) {
        assertThat(ResponseFormat.of(parsed(accept))).isIn(null, ResponseFormat.JSON);
    }

    @Test
    void theContentTypeNamesItsCharset() {
        assertThat(ResponseFormat.JSON.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(ResponseFormat.GRAPHQL_RESPONSE.contentType())
                .isEqualTo("application/graphql-response+json; charset=utf-8");
    }

    /** As the server's own routes get it. */
    private static List<MIMEHeader> parsed(String accept) {
        return List.copyOf(HeaderParser.sort(HeaderParser.convertToParsedHeaderValues(accept, ParsableMIMEValue::new)));
    }
}
