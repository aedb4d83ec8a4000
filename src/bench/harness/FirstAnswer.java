package harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;

/** Waits for a gateway's first right answer. By a bare socket: a client would have to be loaded first, and that would count. */
public final class FirstAnswer {

    private static final long PAUSE_MILLIS = 2;

    private FirstAnswer() {}

    /**
     * Sends a request over and over.
     *
     * @param process of the gateway
     * @param port that it is to listen on
     * @param post the JSON of a query, in ASCII, that asks for full names
     * @throws IOException if the process ends before
     */
    public static void await(ServerProcess process, int port, String post) throws IOException, InterruptedException {
        byte[] request =
                ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + post.length() + "\r\nConnection: close\r\n\r\n" + post)
                        .getBytes(UTF_8);
        while (!isAnswered(port, request)) {
            if (!process.process().isAlive()) {
                throw new IOException("It did not start:\n" + Files.readString(process.log()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isAnswered(int port, byte[] request) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), UTF_8).contains("\"full\"");
        } catch (IOException notYet) {
            return false;
        }
    }
}
