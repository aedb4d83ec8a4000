package dev.meishi.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
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
        try (Socket socket = open(method, target, withLength(body, headers))) {
            socket.getOutputStream().write(body);
            return receive(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A connection on which the head of a request was sent. */
    Socket open(String method, String target, String... headers) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head = method + " " + target + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
                + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        return socket;
    }

    /**
     * What comes on a connection.
     *
     * @throws AssertionError if it is not complete in time
     */
    static Answer receive(Socket socket) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!Answer.isComplete(received.toByteArray())) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException();
                }
                socket.setSoTimeout((int) left);
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    break;
                }
                received.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException late) {
            throw new AssertionError("No answer within " + PATIENCE.toMillis() + " ms.", late);
        } catch (SocketException reset) {
            if (received.size() == 0) {
                throw reset;
            }
        }
        return Answer.of(received.toByteArray());
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
