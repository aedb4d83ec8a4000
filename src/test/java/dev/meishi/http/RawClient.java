package dev.meishi.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that sends just what it is told to, in pieces if need be, and sees what becomes of its connection. */
final class RawClient implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHUNKED = Pattern.compile("transfer-encoding: *chunked", Pattern.CASE_INSENSITIVE);
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /**
     * Sends byte by byte, evenly, as long as the connection lasts.
     *
     * @return whether the connection was still there after the last byte
     */
    boolean trickle(String text, Duration time) throws IOException {
        int pause = (int) Math.max(1, time.toMillis() / text.length());
        for (int i = 0; i < text.length(); i++) {
            try {
                send(text.substring(i, i + 1));
            } catch (IOException cut) {
                return false;
            }
            if (isCutWithin(Duration.ofMillis(pause))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the connection ends in that time, without another byte of an answer. */
    boolean isCutWithin(Duration time) throws IOException {
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
    boolean isEnded() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket.getInputStream().read() < 0;
    }

    /** The next answer to a request for the head alone. */
    String head() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        return until("\r\n\r\n");
    }

    /** The next answer, whole; what there is of it if the connection ends. */
    String answer() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        String head = until("\r\n\r\n");
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
            return head + new String(body, StandardCharsets.UTF_8);
        }
        return CHUNKED.matcher(head).find() ? head + until("\r\n0\r\n\r\n") : head;
    }

    private String until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, text.length() - end.length()) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private String rest() throws IOException {
        byte[] bytes = new byte[200];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
