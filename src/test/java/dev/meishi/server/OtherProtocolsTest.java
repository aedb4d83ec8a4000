package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.RawConnection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a connection may become, and what may stand before HTTP on it: only heads of HTTP/1.1 are held to the deadline. The
 * callers' port speaks no HTTP/2, but the management interface may.
 */
@Tag("waiting")
class OtherProtocolsTest extends OnEachTransport {

    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration LONGER = TIMEOUT.multipliedBy(3);
    /** The handshake counts, and a first one takes its time. */
    private static final Duration WITH_HANDSHAKE = Duration.ofSeconds(3);

    private static final Duration LONG = WITH_HANDSHAKE.multipliedBy(2);
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final String PROXY = "PROXY TCP4 192.0.2.1 192.0.2.2 40000 80\r\n";

    private static @Nullable Buffer keys;

    @Test
    void anUpgradeToHttp2LeavesTheConnectionAlone() throws Exception {
        start(TIMEOUT, LONGER, new HttpServerOptions());
        java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_2)
                .build();
        for (String path : new String[] {"/", "/slow", "/"}) {
            HttpRequest request = HttpRequest.newBuilder(server.address("http", path))
                    .POST(HttpRequest.BodyPublishers.ofString("body"))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.sleep(LONGER.toMillis());
        }
        assertThat(server.connections()).isOne();
    }

    @Test
    void http2FromTheFirstByteIsLeftAlone() throws Exception {
        start(TIMEOUT, LONGER, new HttpServerOptions());
        HttpClientOptions options =
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);

        assertOneConnectionServes(options, HttpVersion.HTTP_2);
    }

    @Test
    void aTrickledPrefaceOfHttp2IsCut() throws IOException {
        start(TIMEOUT, LONGER, new HttpServerOptions());
        try (RawConnection client = connect()) {
            assertThat(client.trickle(PREFACE, LONGER)).isFalse();
        }
    }

    @Test
    void aWebSocketIsLeftAlone() throws Exception {
        start(TIMEOUT, LONGER, new HttpServerOptions());
        BlockingQueue<CharSequence> received = new LinkedBlockingQueue<>();
        WebSocket socket = java.net.http.HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(server.address("ws", "/socket"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
                        received.add(text.toString());
                        return WebSocket.Listener.super.onText(socket, text, isLast);
                    }
                })
                .join();
        for (String text : new String[] {"one", "two", "three"}) {
            socket.sendText(text, true).join();

            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo(text);
            Thread.sleep(LONGER.toMillis());
        }
        assertThat(socket.isInputClosed()).isFalse();
    }

    @Test
    void aTrickledHeadInsideOfTlsIsCut() throws Exception {
        warmUp();
        start(WITH_HANDSHAKE, LONGER, tls().setUseAlpn(true));
        try (RawConnection client = new RawConnection(encrypted())) {
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
        try (RawConnection client = new RawConnection(encrypted())) {
            assertThat(client.send(LONG_GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(client.isCutWithin(LONG)).isFalse();
            assertThat(client.trickle(LONG_GET, LONG)).isFalse();
        }
        try (RawConnection client = new RawConnection(encrypted())) {
            assertThat(client.trickle(LONG_GET, LONG)).isFalse();
        }
    }

    @Test
    void http2InsideOfTlsIsLeftAlone() throws Exception {
        start(WITH_HANDSHAKE, LONGER, tls().setUseAlpn(true));
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setSsl(true)
                .setUseAlpn(true)
                .setTrustAll(true)
                .setVerifyHost(false);

        assertOneConnectionServes(options, HttpVersion.HTTP_2);
    }

    @Test
    void aHeadAfterAProxysLineIsHeldToTheDeadline() throws IOException {
        start(TIMEOUT, LONGER, new HttpServerOptions().setUseProxyProtocol(true));
        try (RawConnection client = connect()) {
            assertThat(client.send(PROXY + LONG_GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(client.isCutWithin(LONGER)).isFalse();
            assertThat(client.trickle(LONG_GET, LONGER)).isFalse();
        }
        try (RawConnection client = connect()) {
            assertThat(client.send(PROXY).trickle(LONG_GET, LONGER)).isFalse();
        }
        try (RawConnection client = connect()) {
            assertThat(client.trickle(PROXY, LONGER)).isFalse();
        }
    }

    private void assertOneConnectionServes(HttpClientOptions options, HttpVersion version) throws Exception {
        HttpClient client = server.vertx().createHttpClient(options);
        for (String path : new String[] {"/", "/slow", "/"}) {
            HttpClientResponse answer = client.request(HttpMethod.POST, server.port(), "localhost", path)
                    .compose(request -> request.send("body"))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.sleep(LONGER.toMillis());
        }
        assertThat(server.connections()).isOne();
    }

    /** With a key of its own, made by the JDK's tool: nothing to keep, nothing to expire. */
    private static HttpServerOptions tls() throws Exception {
        return new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions().setValue(keys()).setPassword("changeit"));
    }

    private static synchronized Buffer keys() throws Exception {
        if (keys == null) {
            Path folder = Files.createTempDirectory("keys");
            Path store = folder.resolve("server.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-keystore",
                            store.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit")
                    .inheritIO()
                    .start();
            assertThat(keytool.waitFor()).isZero();
            keys = Buffer.buffer(Files.readAllBytes(store));
            Files.delete(store);
            Files.delete(folder);
        }
        return keys;
    }

    /** The first handshake of a JVM takes seconds on a busy machine. */
    private void warmUp() throws Exception {
        try (GuardedServer patient = new GuardedServer(
                through, new ConnectionLimits(Duration.ofMinutes(1), 10), LONGER, tls().setUseAlpn(true))) {
            server = patient;
            encrypted().close();
        }
    }

    /** With the handshake done. */
    private Socket encrypted() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", server.port());
        socket.startHandshake();
        return socket;
    }

    private static final class Trusting implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
