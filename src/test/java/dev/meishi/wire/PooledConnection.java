package dev.meishi.wire;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection in a proxy's pool: it serves one request after the other until a response says that it ends. */
public final class PooledConnection implements AutoCloseable {

    private final URI address;
    private @Nullable RawConnection connection;

    /** A connection that is opened with the first request. */
    public PooledConnection(URI address) {
        this.address = address;
    }

    /**
     * Sends a request in pieces and waits for its response.
     *
     * @throws IOException if the connection ends instead, which it had not announced
     */
    public RawResponse exchange(String... pieces) throws IOException {
        RawConnection open = connection == null ? new RawConnection(address) : connection;
        connection = open;
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                pause();
            }
            try {
                open.send(pieces[i].getBytes(StandardCharsets.UTF_8));
            } catch (IOException brokenOff) {
                // The response may be there all the same.
                break;
            }
        }
        RawResponse response = pieces[0].startsWith("HEAD ") ? open.responseToHead() : open.response();
        if (response.isLast()) {
            close();
        }
        return response;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
