package dev.meishi.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    /** Those of RFC 7396, appendix A, that are about objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}             | {\"a\":\"c\"}                        | {\"a\":\"c\"}",
                "{\"a\":\"b\"}             | {\"b\":\"c\"}                        | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}             | {\"a\":null}                         | {}",
                "{\"a\":\"b\",\"b\":\"c\"}   | {\"a\":null}                         | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}           | {\"a\":\"c\"}                        | {\"a\":\"c\"}",
                "{\"a\":\"c\"}             | {\"a\":[\"b\"]}                      | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}       | {\"a\":{\"b\":\"d\",\"c\":null}}       | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}     | {\"a\":[1]}                          | {\"a\":[1]}",
                "{\"e\":null}            | {\"a\":1}                            | {\"e\":null,\"a\":1}",
                "{}                    | {\"a\":{\"bb\":{\"ccc\":null}}}       | {\"a\":{\"bb\":{}}}"
            })
    void membersAreReplacedTakenOutOrChangedWithin(String target, String patch, String expected) {
        assertThat(MergePatch.apply(new JsonObject(target), new JsonObject(patch)))
                .isEqualTo(new JsonObject(expected));
    }
}
