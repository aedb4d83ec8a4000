package dev.meishi.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response as it came.
 *
 * @param status its code
 * @param headers by lower-case name, those of the same name joined by commas
 * @param body its text
 */
record Answer(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final List<Integer> WITHOUT_BODY = List.of(101, 204, 304);

    static boolean isComplete(byte[] received) {
        int end = new String(received, ISO_8859_1).indexOf(END_OF_HEAD);
        if (end < 0) {
            return false;
        }
        Answer head = of(Arrays.copyOf(received, end));
        String length = head.headers.get("content-length");
        return WITHOUT_BODY.contains(head.status)
                || (length != null && received.length >= end + END_OF_HEAD.length() + Integer.parseInt(length));
    }

    static Answer of(byte[] received) {
        String text = new String(received, UTF_8);
        int end = text.indexOf(END_OF_HEAD);
        String[] head = (end < 0 ? text : text.substring(0, end)).split("\r\n", -1);
        assertThat(head[0]).as("status line").startsWith("HTTP/1.");
        Map<String, String> headers = new TreeMap<>();
        for (String line : Arrays.asList(head).subList(1, head.length)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        int status = Integer.parseInt(head[0].split(" ", -1)[1]);
        return new Answer(status, headers, end < 0 ? "" : text.substring(end + END_OF_HEAD.length()));
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
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
