package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.server.GuardedServer.Through;
import dev.meishi.wire.RawConnection;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads over a plain socket: what is ambiguous is refused, and nothing behind it is taken for a request. */
class HeadsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String SMUGGLED = "GET /early HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Pattern BYTE = Pattern.compile("\\\\u00(..)");
    private static final String HOST = "Host: localhost\\r\\n";

    @SuppressWarnings("NullAway.Init")
    private static GuardedServer server;

    @BeforeAll
    static void start() {
        server = new GuardedServer(
                Through.JDK,
                new ConnectionLimits(LONG, 100),
                Duration.ZERO,
                new HttpServerOptions().setHttp2ClearTextEnabled(false));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 5\\r\\nTransfer-Encoding: chunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: chunked\\r\\nContent-Length: 5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: xchunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: gzip\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: identity\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: identity\\r\\nContent-Length: 5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: chunked, identity\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: gzip, chunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: chunked, chunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: chunked;q=1\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding:\\r\\n chunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding: chunked\\r\\nTransfer-Encoding: x\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding : chunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Transfer-Encoding:\\r\\n | 400",
                "POST / HTTP/1.0 | " + HOST + "Transfer-Encoding: chunked\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 5\\r\\nContent-Length: 5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 5\\r\\nContent-Length: 6\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 5, 5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: +5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: -5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 0x5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length:\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length:\\r\\n 5\\r\\n | 400",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 99999999999999999999\\r\\n | 400",
                "GET / HTTP/1.1  | " + HOST + HOST + " | 400",
                "GET / HTTP/1.1  | " + HOST + "Host: other\\r\\n | 400",
                "GET / HTTP/1.0  | " + HOST + "Host: other\\r\\n | 400",
                "GET / HTTP/1.1  | X: y\\r\\n | 400",
                "GET / HTTP/1.1  | Host:\\r\\n | 400",
                "GET / HTTP/1.1  | Host: a b\\r\\n | 400",
                "GET / HTTP/1.1  | Host: a/b\\r\\n | 400",
                "GET / HTTP/1.1  | Host: me@localhost\\r\\n | 400",
                "GET / HTTP/1.1  | Host: localhost:x\\r\\n | 400",
                "GET / HTTP/1.1  | Host: localhost:\\r\\n | 400",
                "GET / HTTP/1.1  | Host: localhost:80:80\\r\\n | 400",
                "GET / HTTP/1.1  | Host: [::1\\r\\n | 400",
                "GET / HTTP/1.1  | Host: localhost, other\\r\\n | 400",
                "GET / HTTP/1.1  | " + HOST + "X: a\\r\\n b\\r\\n | 400",
                "GET / HTTP/1.1  | " + HOST + "X: a\\r\\n\\tTransfer-Encoding: chunked\\r\\n | 400",
                "GET / HTTP/1.1\\r\\n Host: localhost | X: y\\r\\n | 400",
                "GET / HTTP/1.1  | " + HOST + "X y\\r\\n | 400",
                "GET / HTTP/1.1  | " + HOST + "X: a\\nY: b\\r\\n | 400",
                "\\x01\\x02GET / HTTP/1.1 | " + HOST + " | 400",
                "\\x00GET / HTTP/1.1 | " + HOST + " | 400",
                "GET / HTTP/1.2  | " + HOST + " | 505",
                "GET / HTTP/2.0  | " + HOST + " | 505",
                "GET / HTTP/3.1  | " + HOST + " | 505",
                "GET / HTTP/0.9  | " + HOST + " | 505",
                "PRI * HTTP/2.0  | '' | 505",
                "GET / HTTPS/1.1 | " + HOST + " | 505",
                "GET / FTP       | " + HOST + " | 400",
                "GET /           | " + HOST + " | 400",
                "GET /a b HTTP/1.1 | " + HOST + " | 400",
                "GET http://other/ HTTP/1.1 | " + HOST + " | 400",
                "GET ftp://localhost/ HTTP/1.1 | " + HOST + " | 400",
                "GET localhost HTTP/1.1 | " + HOST + " | 400",
                "CONNECT localhost:80 HTTP/1.1 | " + HOST + " | 400",
                "GET * HTTP/1.1  | " + HOST + " | 400",
                "GET //[ HTTP/1.1 | " + HOST + " | 400",
                "GET /a{b} HTTP/1.1 | " + HOST + " | 400",
                "GET /a[b] HTTP/1.1 | " + HOST + " | 400",
                "GET /a%zz HTTP/1.1 | " + HOST + " | 400",
                "GET /?a=%2 HTTP/1.1 | " + HOST + " | 400",
                "GET /?a={%2 HTTP/1.1 | " + HOST + " | 400",
                "GET /?a#b HTTP/1.1 | " + HOST + " | 400",
                "GET /?a=\\xE5\\xB1\\xB1 HTTP/1.1 | " + HOST + " | 400",
                "GET /?a=\\x01 HTTP/1.1 | " + HOST + " | 400",
            })
    void anAmbiguousHeadIsRefusedAndNothingBehindItServed(String line, String headers, String status)
            throws IOException {
        try (RawConnection client = server.connect()) {
            client.send(unescaped(line) + "\r\n" + unescaped(headers) + "\r\n" + SMUGGLED);
            assertThat(client.answer())
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("connection: close\r\n")
                    .containsIgnoringCase("content-type: application/json; charset=utf-8\r\n")
                    .containsIgnoringCase("cache-control: no-store\r\n")
                    .contains("{\"errors\":[{\"message\":\"The ", "\"code\":\"BAD_REQUEST\"", "\"retryable\":false");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1  | " + HOST + " | 0",
                "GET / HTTP/1.1  | HOST: LOCALHOST:8080\\r\\n | 0",
                "GET / HTTP/1.1  | Host: [::1]:8080\\r\\n | 0",
                "GET / HTTP/1.1  | Host: [::1]\\r\\n | 0",
                "GET / HTTP/1.1  | Host: 127.0.0.1\\r\\n | 0",
                "GET / HTTP/1.1  | Host: my_service.default.svc\\r\\n | 0",
                "\\r\\nGET / HTTP/1.1 | " + HOST + " | 0",
                "OPTIONS * HTTP/1.1 | " + HOST + " | 0",
                "GET http://localhost/early HTTP/1.1 | " + HOST + " | early",
                "GET /early?a=b HTTP/1.1 | " + HOST + "Content-Length: 0\\r\\n | early",
                "GET /early?a={b}[c]\\x7Cd^e`f\"g<h>\\\\i%20 HTTP/1.1 | " + HOST + " | early",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 002\\r\\n\\r\\nab | 2",
                "POST / HTTP/1.1 | " + HOST + "Content-Length: 7\\r\\n\\r\\na\\r\\n b\\r\\n | 7",
            })
    void aProperOneIsServedAndSoIsTheNext(String line, String headers, String end) throws IOException {
        try (RawConnection client = server.connect()) {
            String body = headers.contains("\\r\\n\\r\\n") ? "" : "\r\n";
            client.send(unescaped(line) + "\r\n" + unescaped(headers) + body);
            assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n" + end);
            assertThat(client.send(SMUGGLED).answer())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("early");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"})
    void aRequestOfHttp10NeedsNoHost(String request) throws IOException {
        try (RawConnection client = server.connect()) {
            assertThat(client.send(request).answer()).startsWith("HTTP/1.0 200");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1;a=\"\r\n0\r\n\r\n\"\r\nx\r\n0\r\n\r\n",
                "1;a\nx\r\n0\r\n\r\n",
                "0x1\r\nx\r\n0\r\n\r\n",
                "-1\r\nx\r\n0\r\n\r\n",
                "1\r\nxy\r\n0\r\n\r\n",
            })
    void whatFollowsABrokenChunkIsNotServed(String body) throws IOException {
        try (RawConnection client = server.connect()) {
            client.send("POST /early HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + body
                    + SMUGGLED.replace("/early", "/smuggled"));
            assertThat(client.answer()).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    /** Escapes as Java has them, and {@code \\xE5} for a byte. */
    private static String unescaped(String text) {
        return BYTE.matcher(text.replace("\\x", "\\u00"))
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                .translateEscapes();
    }
}
