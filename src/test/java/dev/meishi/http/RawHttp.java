package dev.meishi.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** One connection, byte by byte: for what no proper client sends. */
final class RawHttp implements AutoCloseable {

    private final Socket socket;

    RawHttp(URI address) {
        try {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes text as it is, with line ends as HTTP has them. */
    RawHttp send(String text) {
        return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    RawHttp send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the other side takes another byte: false from when it has closed. */
    boolean isOpenFor(byte next) {
        try {
            socket.getOutputStream().write(next);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The next response with its body, which must have a length. */
    Response response() {
        try {
            String[] head = head().strip().split("\r\n", -1);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < head.length; i++) {
                String[] header = head[i].split(": ?", 2);
                headers.put(header[0], header[1]);
            }
            int status = Integer.parseInt(head[0].split(" ", -1)[1]);
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            byte[] body = socket.getInputStream().readNBytes(length);
            return new Response(status, headers, new String(body, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the connection ends within a time, and nothing more comes on it before. */
    boolean endsWithin(Duration time) {
        try {
            socket.setSoTimeout((int) time.toMillis());
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private String head() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended after: " + head.toString(StandardCharsets.UTF_8));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    record Response(int status, Map<String, String> headers, String body) {}
}
