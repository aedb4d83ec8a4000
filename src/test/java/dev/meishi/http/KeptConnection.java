package dev.meishi.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection as a proxy that pools has it: used for one request after the other until an answer says that it ends. */
final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI address;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    KeptConnection(URI address) {
        this.address = address;
    }

    /** An answer, whole. */
    record Answer(int status, Map<String, String> headers, String body) {

        boolean isLast() {
            return "close".equalsIgnoreCase(headers.get("Connection"));
        }
    }

    /**
     * Sends a request in pieces and waits for its answer.
     *
     * @throws IOException if the connection ends instead, which it had not announced
     */
    Answer exchange(String... pieces) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(address.getHost(), address.getPort());
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                pause();
            }
            try {
                open.getOutputStream().write(pieces[i].getBytes(StandardCharsets.UTF_8));
            } catch (IOException brokenOff) {
                // The answer may be there all the same.
                break;
            }
        }
        Answer answer = answer(pieces[0].startsWith("HEAD "));
        if (answer.isLast()) {
            close();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Answer answer(boolean isHeadOnly) throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(": *", 2);
            headers.put(header[0], header[1]);
        }
        boolean isEmpty = isHeadOnly || status == 204 || status == 304;
        return new Answer(status, headers, isEmpty ? "" : body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("Transfer-Encoding"))) {
            return read(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        }
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(read(size));
            line();
        }
        line();
        return body.toString();
    }

    private String read(int length) throws IOException {
        byte[] bytes = in().readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The connection ended within a body");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in().read(); next != '\n'; next = in().read()) {
            if (next < 0) {
                throw new EOFException("The connection ended after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private InputStream in() throws IOException {
        InputStream open = in;
        if (open == null) {
            throw new EOFException("The connection is closed");
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        if (open != null) {
            open.close();
            socket = null;
            in = null;
        }
    }
}
