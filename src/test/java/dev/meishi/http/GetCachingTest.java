package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be kept of an answer, for how long, and who need not be sent it again. */
@QuarkusTest
class GetCachingTest {

    private static final String TAGS = parameters(Map.of("query", "{ tags { id name } }"));
    private static final String CONTACTS = parameters(Map.of("query", "{ contacts(first: 3) { nodes { id } } }"));

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
        new Gateway(address).reset();
    }

    @AfterEach
    void mend() {
        new Gateway(address).reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ tags { id } }                                          | private, max-age=300",
                "{ ...T } fragment T on Query { tags { id } }             | private, max-age=300",
                "{ tags { id } __typename }                               | private, max-age=300",
                "{ __schema { queryType { name } } }                      | private, max-age=3600",
                "{ __type(name: \"Contact\") { name } tags { id } }       | private, max-age=300",
                "{ contacts(first: 1) { nodes { id } } }                  | private, no-cache",
                "{ contacts(first: 1) { nodes { tags { id } } } }         | private, no-cache",
                "{ tags { id } contacts(first: 1) { nodes { id } } }      | private, no-cache",
                "{ __typename }                                           | private, no-cache",
            })
    void theStrictestFieldDecides(String query, String control) {
        HttpResponse<String> response = caller.get(parameters(Map.of("query", query)));

        assertThat(header(response, "Cache-Control")).as(response.body()).isEqualTo(control);
        assertThat(header(response, "ETag")).matches("W/\"[\\w-]{22}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void whoHasTheAnswerIsNotSentItAgain(String accept) {
        for (String url : new String[] {TAGS, CONTACTS}) {
            HttpResponse<String> first = caller.get(url, "Accept", accept);
            String tag = header(first, "ETag");

            HttpResponse<String> again = caller.get(url, "Accept", accept, "If-None-Match", "\"x\", " + tag);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            for (String name : new String[] {"ETag", "Cache-Control", "Vary", "X-Content-Type-Options"}) {
                assertThat(header(again, name)).as(name).isEqualTo(header(first, name));
            }
            assertThat(caller.get(url, "If-None-Match", "\"another\"").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void tagsInSeveralLinesAreAllRead() {
        String tag = header(caller.get(TAGS), "ETag");

        assertThat(caller.get(TAGS, "If-None-Match", "\"x\"", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void anAnswerThatChangesHasAnotherTag() {
        assertThat(header(caller.get(TAGS), "ETag")).isEqualTo(header(caller.get(TAGS), "ETag"));
        assertThat(header(caller.get(CONTACTS), "ETag")).isNotEqualTo(header(caller.get(TAGS), "ETag"));
    }

    @Test
    void anAnswerWithErrorsIsNotKept() {
        new Gateway(address).faults("/listContacts", "{\"errors\":{\"503\":1}}");

        HttpResponse<String> response = caller.get(CONTACTS, "If-None-Match", "*");
        HttpResponse<String> partial = caller.get(parameters(Map.of("query", "{ __typename tag(id: \"x\") { id } }")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(code(response)).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(json(partial).path("data").isObject()).isTrue();
        for (HttpResponse<String> failed : List.of(response, partial)) {
            assertThat(header(failed, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(failed, "ETag")).isEmpty();
        }
    }

    @Test
    void anAnswerToAPostIsNotKept() {
        HttpResponse<String> response = caller.ask("{ tags { id } }", "If-None-Match", "*");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(response, "ETag")).isEmpty();
    }
}
