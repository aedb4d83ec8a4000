package dev.meishi.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.wire.GraphqlClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a page as an example, and what is no answer to it. */
class ExampleTest {

    @Test
    void aDocumentHasWhatFollowsIt() {
        String page =
                "Text.\n\n```graphql\n{ a }\n```\n\n```json variables\n{\"b\": 1}\n```\n\nText.\n\n```json\n{\"c\": 2}\n```\n";

        List<Example> examples = Example.of(page);

        assertThat(examples).hasSize(1);
        assertThat(examples.get(0).document()).isEqualTo("{ a }");
        assertThat(examples.get(0).line()).isEqualTo(3);
        assertThat(examples.get(0).parameters()).hasToString("{\"variables\":{\"b\":1}}");
        assertThat(examples.get(0).answer()).hasToString("{\"c\":2}");
    }

    @Test
    void theLastCommandOfABlockHasTheAnswer() {
        String page =
                "Text.\n\n    curl http://localhost:8080/a\n    curl http://localhost:8080/b \\\n      -d 'c d'\n\n```json\n1\n```\n";

        List<Example> examples = Example.of(page);

        assertThat(examples).extracting(Example::answer).containsExactly(null, GraphqlClient.json("1"));
        assertThat(examples.get(1).command())
                .isEqualTo(new CurlCommand(CurlCommand.CLIENTS, "POST", "/b", List.of(), "c d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n{}\n```\n",
                "```graphql\n{ a }\n```\n\n```json\n{}\n```\n\n```json\n{}\n```\n",
                "```graphql\n{ a }\n```\n\n```js\na\n```\n\n```json\n{}\n```\n",
                "```graphql\n{ a }\n```\n\n```json wish\n{}\n```\n",
                "    { a }\n",
                "    query A { a }\n",
                "```graphql\n{ a }\n",
                "    curl https://example.com/\n",
                "    curl --insecure http://localhost:8080/\n"
            })
    void whatCannotBeRunIsRefused(String page) {
        assertThatThrownBy(() -> Example.of(page)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommandIsReadAsAShellReadsIt() {
        assertThat(
                        CurlCommand.of(
                                "curl -G http://localhost:8080/a -H 'X: y z' --data-urlencode 'q={ é }' --data-urlencode \"r='\""))
                .isEqualTo(new CurlCommand(
                        CurlCommand.CLIENTS, "GET", "/a?q=%7B+%C3%A9+%7D&r=%27", List.of("X", "y z"), ""));
        assertThat(CurlCommand.of("curl -X DELETE http://localhost:8080/a"))
                .isEqualTo(new CurlCommand(CurlCommand.CLIENTS, "DELETE", "/a", List.of(), ""));
        assertThat(CurlCommand.of("curl http://localhost:9000/q/a   # 'all"))
                .isEqualTo(new CurlCommand(CurlCommand.OPERATORS, "GET", "/q/a", List.of(), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": \"…\"}      | {\"a\": null}",
                "{\"a\": [1, \"…\"]} | {\"a\": [1]}",
                "{\"a\": [1, \"…\"]} | {\"a\": [1, 2, 3]}",
                "{\"a\": [\"…\"]}    | {\"a\": [7]}",
                "{\"a\": 1, \"b\": 2} | {\"b\": 2, \"a\": 1}"
            })
    void whatAPageLeavesOpenMayBeAnything(String shown, String answer) {
        assertThat(difference(shown, answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": \"…\"}         | {}                      | /a is missing",
                "{\"a\": 1}             | {\"a\": 2}              | '/a is 2, and not 1'",
                "{\"a\": 1}             | {\"a\": 1, \"b\": 3}    | '/b is 3, and not on the page'",
                "{\"a\": [1]}           | {\"a\": [1, 2]}         | '/a has 2 values, and not 1'",
                "{\"a\": [1, 2, \"…\"]} | {\"a\": [1]}            | '/a has 1 values, and not 2'",
                "{\"a\": [{\"b\": 1}]}  | {\"a\": [{\"b\": \"1\"}]} | '/a/0/b is \"1\", and not 1'"
            })
    void anyOtherDifferenceIsTold(String shown, String answer, String difference) {
        assertThat(difference(shown, answer)).isEqualTo(difference);
    }

    private static String difference(String shown, String answer) {
        return Expected.difference(GraphqlClient.json(shown), GraphqlClient.json(answer));
    }
}
