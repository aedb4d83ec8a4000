package dev.meishi.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.http.Restricted;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a tag source a tag is its id, and nobody is asked for its name. */
@QuarkusTest
@TestProfile(Restricted.class)
class NoTagSourceTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @Test
    void aTagHasItsIdAndNoName() {
        JsonNode answer =
                gateway.ask("{ contacts(first: 2) { nodes { tags { id tagResourceId name type } } } }", Map.of());

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode tag = answer.at("/data/contacts/nodes/1/tags/0");
        assertThat(tag.path("tagResourceId").asText()).isEqualTo("efse4567-e89b-12d3-a456-426614174000");
        assertThat(tag.path("name").isNull()).isTrue();
        assertThat(tag.path("type").asText()).isEqualTo("UNKNOWN");

        JsonNode again = gateway.ask(
                "query($id: ID!) { tag(id: $id) { id name } }",
                Map.of("id", tag.path("id").asText()));
        assertThat(again.at("/data/tag/id")).isEqualTo(tag.path("id"));
        assertThat(gateway.calls("listTags")).isZero();
    }

    @Test
    void allTagsCannotBeHad() {
        JsonNode answer = gateway.ask("{ tags { name } contacts(first: 1) { nodes { resourceId } } }", Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FEATURE_DISABLED");
        assertThat(answer.at("/errors/0/message").asText()).contains("meishi.upstream.tags-path");
        assertThat(answer.at("/data/tags").isNull()).isTrue();
        assertThat(answer.at("/data/contacts/nodes")).hasSize(1);
    }
}
