package dev.meishi.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A client's end of an HTTP/1.1 connection: sends exactly what it is told to and sees what becomes of the connection. */
public final class RawConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final Socket socket;

    /** A connection to the host and port of an address. */
    public RawConnection(URI address) throws IOException {
        this(new Socket(address.getHost(), address.getPort()));
    }

    /** A connection to a port of this machine. */
    public RawConnection(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** The connection of a socket. */
    public RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    /** Sends text as it is, a byte a character. */
    public RawConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends text in UTF-8, with the line ends of HTTP for each line feed. */
    public RawConnection sendLines(String text) throws IOException {
        return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are. */
    public RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /**
     * Sends byte by byte, evenly, as long as the connection lasts.
     *
     * @return whether the connection was still there after the last byte
     */
    public boolean trickle(String text, Duration time) throws IOException {
        int pause = (int) Math.max(1, time.toMillis() / text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!takes(text.charAt(i)) || isCutWithin(Duration.ofMillis(pause))) {
                return false;
            }
        }
        return true;
    }

    /** Sends a byte; false once the other side has closed. */
    public boolean takes(char next) {
        try {
            socket.getOutputStream().write(next);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /**
     * Whether the connection ends in that time.
     *
     * @throws IllegalStateException if another byte comes before
     */
    public boolean isCutWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            int next = socket.getInputStream().read();
            if (next >= 0) {
                throw new IllegalStateException("An answer that nobody expected: " + (char) next + rest());
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether the connection ends in an orderly way, without another byte and without a reset. */
    public boolean isEnded() throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket.getInputStream().read() < 0;
    }

    /** The next response to a request for the head alone, as text. */
    public String head() throws IOException {
        return new Reading(PATIENCE).upTo(END_OF_HEAD);
    }

    /** The next response, whole, as text; what there is of it if the connection ends. */
    public String answer() throws IOException {
        Reading reading = new Reading(PATIENCE);
        String head = reading.upTo(END_OF_HEAD);
        return head + (head.endsWith("\r\n\r\n") ? reading.framed(headers(head)) : "");
    }

    /** The next response. */
    public RawResponse response() throws IOException {
        return response(PATIENCE);
    }

    /**
     * The next response, if all of it comes in that time.
     *
     * @throws SocketTimeoutException if it does not
     * @throws EOFException if the connection ends before
     */
    public RawResponse response(Duration patience) throws IOException {
        return new Reading(patience).response(false);
    }

    /** The next response to a request for the head alone. */
    public RawResponse responseToHead() throws IOException {
        return new Reading(PATIENCE).response(true);
    }

    private String rest() throws IOException {
        byte[] bytes = new byte[200];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> headers(String head) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String[] lines = head.strip().split("\r\n", -1);
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            String[] header = line.split(": *", 2);
            headers.merge(header[0], header[1].strip(), (one, other) -> one + ", " + other);
        }
        return headers;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is read until a moment. */
    private final class Reading {

        private final long end;
        private Charset charset = StandardCharsets.UTF_8;

        Reading(Duration patience) {
            end = System.nanoTime() + patience.toNanos();
        }

        RawResponse response(boolean isHeadOnly) throws IOException {
            String head = complete(END_OF_HEAD);
            Map<String, String> headers = headers(head);
            int status = Integer.parseInt(head.split("[ \r]", 3)[1]);
            if (headers.getOrDefault("Content-Type", "").startsWith("image/")) {
                charset = StandardCharsets.ISO_8859_1; // A character for each byte.
            }
            boolean isEmpty = isHeadOnly || status < 200 || status == 204 || status == 304;
            return new RawResponse(status, headers, isEmpty ? "" : body(headers));
        }

        private String body(Map<String, String> headers) throws IOException {
            String length = headers.get("Content-Length");
            if (length != null) {
                return all(Integer.parseInt(length));
            }
            if (!"chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
                return "close".equalsIgnoreCase(headers.get("Connection")) ? upTo(new byte[0]) : "";
            }
            StringBuilder body = new StringBuilder();
            for (int size = size(); size > 0; size = size()) {
                body.append(all(size));
                line();
            }
            line();
            return body.toString();
        }

        /** The body as it comes, chunks and all; what there is of it if the connection ends. */
        String framed(Map<String, String> headers) throws IOException {
            String length = headers.get("Content-Length");
            if (length != null) {
                return text(bytes(Integer.parseInt(length)));
            }
            boolean isChunked = "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"));
            return isChunked ? upTo("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)) : "";
        }

        private int size() throws IOException {
            return Integer.parseInt(line().strip(), 16);
        }

        private String line() throws IOException {
            return complete(new byte[] {'\r', '\n'});
        }

        private String complete(byte[] terminator) throws IOException {
            String text = upTo(terminator);
            if (!text.endsWith(text(terminator))) {
                throw new EOFException("The connection ended after: " + text);
            }
            return text;
        }

        private String all(int length) throws IOException {
            byte[] bytes = bytes(length);
            if (bytes.length < length) {
                throw new EOFException("The connection ended after: " + text(bytes));
            }
            return text(bytes);
        }

        private byte[] bytes(int length) throws IOException {
            byte[] bytes = new byte[length];
            int count = 0;
            while (count < length) {
                int read = read(bytes, count, length - count);
                if (read < 0) {
                    break;
                }
                count += read;
            }
            return Arrays.copyOf(bytes, count);
        }

        /** Text up to a terminator and with it, or all if there is none. */
        String upTo(byte[] terminator) throws IOException {
            Received received = new Received();
            byte[] next = new byte[1];
            while (terminator.length == 0 || !received.endsWith(terminator)) {
                if (read(next, 0, 1) < 0) {
                    break;
                }
                received.write(next[0]);
            }
            return received.toString(StandardCharsets.UTF_8);
        }

        private int read(byte[] bytes, int offset, int length) throws IOException {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("Not all of the response came in time");
            }
            socket.setSoTimeout((int) left);
            return socket.getInputStream().read(bytes, offset, length);
        }

        private String text(byte[] bytes) {
            return new String(bytes, charset);
        }
    }

    private static final class Received extends ByteArrayOutputStream {

        boolean endsWith(byte[] terminator) {
            return count >= terminator.length
                    && Arrays.equals(buf, count - terminator.length, count, terminator, 0, terminator.length);
        }
    }
}
