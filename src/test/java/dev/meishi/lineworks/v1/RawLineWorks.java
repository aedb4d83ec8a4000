package dev.meishi.lineworks.v1;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A LINE WORKS over a plain socket that answers with whatever bytes the path of a call names, HTTP or not. */
public final class RawLineWorks implements QuarkusTestResourceLifecycleManager {

    /** Stands in every answer, and may stand in no log. */
    static final String PERSON = "CONFIDENTIAL-PERSON";

    private static final Pattern CASE = Pattern.compile("case-([A-Z_]+)");

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket server;

    /** What it answers. */
    enum Answer {
        NO_HTTP(PERSON + " is no HTTP\r\n\r\n"),
        BINARY("\u0016\u0003\u0001\u0000" + PERSON + "\r\n\r\n"),
        HEAD_TOO_LONG("HTTP/1.1 200 OK\r\nX-Long: " + (PERSON + " ").repeat(1_000) + "\r\n\r\n"),
        STATUS_LINE_TOO_LONG("HTTP/1.1 200 " + (PERSON + " ").repeat(1_000) + "\r\n\r\n"),
        LEFTOVERS(head("200 OK", "Content-Length: 15") + "{\"contacts\":[]}\"RESOURCEID\":\"A\",\"NAME\":\"" + PERSON
                + "\"\r\n\r\n"),
        SHORT_OF_ITS_LENGTH(head("200 OK", "Content-Length: 999") + "{\"contacts\":[\"" + PERSON),
        NOT_MODIFIED_WITH_A_BODY(head("304 Not Modified", "Content-Length: 60") + "{\"contacts\":[{\"resourceId\":\""
                + PERSON + "\"}]}\r\n\r\n"),
        NO_CONTENT_WITH_A_BODY(head("204 No Content", "Content-Length: 60") + "{\"contacts\":[{\"resourceId\":\""
                + PERSON + "\"}]}\r\n\r\n"),
        CHUNK_SIZE(head("200 OK", "Transfer-Encoding: chunked") + PERSON + "\r\n{}\r\n0\r\n\r\n"),
        CHUNKS_CUT(head("200 OK", "Transfer-Encoding: chunked") + "7\r\n{\"" + PERSON),
        LENGTH_NO_NUMBER(head("200 OK", "Content-Length: " + PERSON) + "{}"),
        LENGTHS_THAT_DIFFER(head("200 OK", "Content-Length: 2\r\nContent-Length: 40") + "{}" + PERSON),
        LENGTH_NEGATIVE(head("200 OK", "Content-Length: -5") + "{\"" + PERSON + "\":1}"),
        HEADER_WITHOUT_COLON("HTTP/1.1 200 OK\r\n" + PERSON + "\r\n\r\n{}"),
        HEADER_WITH_NUL("HTTP/1.1 200 OK\r\nX-" + PERSON + "\u0000: a\r\nContent-Length: 2\r\n\r\n{}"),
        STATUS_NO_NUMBER("HTTP/1.1 " + PERSON + " OK\r\nContent-Length: 2\r\n\r\n{}"),
        STATUS_NEGATIVE("HTTP/1.1 -200 " + PERSON + "\r\nContent-Length: 2\r\n\r\n{}"),
        STATUS_999("HTTP/1.1 999 " + PERSON + "\r\nContent-Length: 2\r\n\r\n{}"),
        VERSION_9("HTTP/9.1 200 " + PERSON + "\r\nContent-Length: 2\r\n\r\n{}"),
        OTHER_PROTOCOL("RTSP/1.0 200 " + PERSON + "\r\nContent-Length: 2\r\n\r\n{}"),
        SWITCHING("HTTP/1.1 101 Switching\r\nUpgrade: " + PERSON + "\r\nConnection: Upgrade\r\n\r\n" + PERSON),
        REDIRECT(head("302 Found", "Location: http://127.0.0.1:1/" + PERSON + "\r\nContent-Length: 0")),
        REDIRECT_NOWHERE(head("301 Moved", "Location: ://" + PERSON + " {}\r\nContent-Length: 0")),
        CHARSET_UNKNOWN("HTTP/1.1 500 Down\r\nContent-Type: text/plain; charset=" + PERSON
                + "\r\nContent-Length: 4\r\n\r\ndown"),
        CHARSET_ILLEGAL(
                "HTTP/1.1 500 Down\r\nContent-Type: text/plain; charset=\u0007\u00e9,\r\nContent-Length: 4\r\n\r\ndown"),
        TYPE_ILLEGAL("HTTP/1.1 200 OK\r\nContent-Type: /;=" + PERSON + "\r\nContent-Length: 2\r\n\r\n{}"),
        TYPE_ILLEGAL_OF_AN_ERROR("HTTP/1.1 503 Down\r\nContent-Type: /;=" + PERSON + "\r\nContent-Length: 2\r\n\r\n{}"),
        GZIP_THAT_IS_NONE(head("200 OK", "Content-Encoding: gzip\r\nContent-Length: 23") + "{\"" + PERSON + "\"}"),
        NOT_JSON(head("200 OK", "Content-Length: 19") + PERSON),
        JSON_OF_ANOTHER_SHAPE(head("200 OK", "Connection: close") + "{\"contacts\":[{\"name\":{\"lastName\":[\""
                + PERSON + "\"]}}]}"),
        NUMBER_TOO_LARGE(head("200 OK", "Connection: close") + "{\"contacts\":[],\"nextPage\":1e999999999,\"" + PERSON
                + "\":1}"),
        ERROR_THAT_QUOTES(head("503 Down", "Connection: close") + "{\"code\":\"" + PERSON + "\",\"message\":\"no "
                + PERSON + "\"}"),
        ERROR_NOT_JSON(head("500 Down", "Connection: close") + "<p>" + PERSON),
        REFUSED_WITH_A_CHALLENGE(
                head("401 Unauthorized", "WWW-Authenticate: " + PERSON + "=\u0001\r\nConnection: close") + "{}"),
        LIMIT_ABSURD(head("429 Slow", "rateLimit-reset: " + PERSON + "\r\nConnection: close")),
        CLOSED(""),
        CLOSED_IN_ITS_HEAD("HTTP/1.1 200 OK\r\nX-" + PERSON),
        SILENT(null),
        CONTINUES_FOR_EVER("HTTP/1.1 100 Continue\r\n\r\n"),
        HEAD_FOR_EVER("HTTP/1.1 200 OK\r\nX: "),
        BODY_FOR_EVER(head("200 OK", "Content-Length: 100000") + "{\"" + PERSON);

        private final @Nullable String bytes;

        Answer(@Nullable String bytes) {
            this.bytes = bytes;
        }

        boolean isEndless() {
            return this == SILENT || this == CONTINUES_FOR_EVER || this == HEAD_FOR_EVER || this == BODY_FOR_EVER;
        }

        private static String head(String status, String headers) {
            return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n";
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            ServerSocket opened = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server = opened;
            thread(() -> accept(opened));
            return Map.ofEntries(
                    Map.entry("meishi.upstream.url", "http://localhost:" + opened.getLocalPort()),
                    Map.entry("meishi.upstream.api-id", "raw"),
                    Map.entry("meishi.upstream.domain-id", "77"),
                    Map.entry("meishi.upstream.more-domain-ids", "78"),
                    Map.entry("meishi.upstream.consumer-key", "raw-key"),
                    Map.entry("meishi.upstream.server-token", "raw-token"),
                    Map.entry("meishi.upstream.timeout", "PT0.5S"),
                    Map.entry("meishi.upstream.connect-timeout", "PT0.5S"),
                    Map.entry("meishi.private-contacts.enabled", "false"),
                    Map.entry("meishi.sandbox.enabled", "false"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException notOpen) {
            throw new UncheckedIOException(notOpen);
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket connection = opened.accept();
                connections.add(connection);
                thread(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String request = line;
                while (line != null && !line.isEmpty()) {
                    line = in.readLine();
                }
                Matcher named = CASE.matcher(request);
                if (!named.find() || !answer(Answer.valueOf(named.group(1)), connection.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException | InterruptedException gone) {
            // The gateway had enough of it.
        } finally {
            connections.remove(connection);
        }
    }

    /** Whether the connection goes on. */
    private static boolean answer(Answer answer, OutputStream out) throws IOException, InterruptedException {
        String bytes = answer.bytes;
        if (bytes != null) {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        for (int i = 0; answer.isEndless() && i < 200; i++) {
            Thread.sleep(50);
            if (answer == Answer.CONTINUES_FOR_EVER) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            } else if (answer != Answer.SILENT) {
                out.write('x');
            }
            out.flush();
        }
        Thread.sleep(answer == Answer.LEFTOVERS ? 200 : 20);
        return answer == Answer.LEFTOVERS || answer == Answer.NOT_MODIFIED_WITH_A_BODY;
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "raw LINE WORKS");
        thread.setDaemon(true);
        thread.start();
    }
}
