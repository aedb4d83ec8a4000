package dev.meishi.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.wire.RawResponse;
import java.util.Map;

/**
 * A response as it came.
 *
 * @param status its code
 * @param headers by name in any case, those of the same name joined by commas
 * @param body its text
 */
record Answer(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Answer(RawResponse response) {
        this(response.status(), response.headers(), response.body());
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("No JSON: " + this, notJson);
        }
    }

    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** An operation was executed without any error. */
    Answer executed() {
        assertThat(status).as(toString()).isEqualTo(200);
        assertThat(json().has("data") && !json().has("errors")).as(toString()).isTrue();
        return this;
    }

    /** Nothing was executed, and the body says why, with a code. */
    Answer refused(int withStatus, String code) {
        assertThat(status).as(toString()).isEqualTo(withStatus);
        assertThat(json().has("data")).as(toString()).isFalse();
        assertThat(at("/errors/0/extensions/code").asText()).as(toString()).isEqualTo(code);
        assertThat(at("/errors/0/message").asText()).as(toString()).isNotBlank();
        return this;
    }

    @Override
    public String toString() {
        String start = body.length() <= 500 ? body : body.substring(0, 500) + "…";
        return status + " " + headers + " " + start;
    }
}
