package dev.meishi.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.wire.RawConnection;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** A caller whose requests go out byte for byte as they are written here, and who does not wait long for an answer. */
final class Wire {

    /** After this a request counts as never answered. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    static final String JSON = "Content-Type: application/json";
    static final String STRICT = "Accept: application/graphql-response+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI address;

    Wire(URI address) {
        this.address = address;
    }

    /** A query by POST. */
    Answer ask(String query, String... headers) {
        return ask(query, Map.of(), headers);
    }

    /** A query with variables by POST. */
    Answer ask(String query, Map<String, ?> variables, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = JSON;
        return post(json(Map.of("query", query, "variables", variables)), all);
    }

    /** Any text to the endpoint, with no header but these and the unavoidable ones. */
    Answer post(String body, String... headers) {
        return send("POST", "/graphql", body.getBytes(UTF_8), headers);
    }

    Answer get(String target, String... headers) {
        return send("GET", target, new byte[0], headers);
    }

    Answer send(String method, String target, byte[] body, String... headers) {
        try (RawConnection connection = open(method, target, withLength(body, headers))) {
            return receive(connection.send(body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A connection on which the head of a request was sent. */
    RawConnection open(String method, String target, String... headers) throws IOException {
        String head = method + " " + target + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
                + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
        return new RawConnection(address).send(head);
    }

    /**
     * What comes on a connection.
     *
     * @throws AssertionError if it is not complete in time
     */
    static Answer receive(RawConnection connection) throws IOException {
        try {
            return new Answer(connection.response(PATIENCE));
        } catch (SocketTimeoutException | EOFException incomplete) {
            throw new AssertionError("No answer within " + PATIENCE.toMillis() + " ms.", incomplete);
        }
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String[] withLength(byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Length: " + body.length;
        all[headers.length + 1] = "Connection: close";
        return all;
    }
}
