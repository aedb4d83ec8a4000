package dev.meishi.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/bench/load} and {@code src/bench/soak} make of a deployed instance, with stand-ins for it. */
class DeployedInstanceTest {

    private static final String TYPE = "{\"data\":{\"__typename\":\"Query\"}}";
    private static final String PAGE = """
            {"data":{"contacts":{"edges":[{"cursor":"c1","node":{"id":"1"}}],"pageInfo":{"hasNextPage":true,"endCursor":"c1"}}},
             "extensions":{"plan":{"calls":{"made":%d},"pages":[]}}}""";

    private static final List<String> BRIEF =
            List.of("--warm", "0s", "--duration", "0.5s", "--rate", "40", "--patience", "0.5s");

    @TempDir
    private static Path classes;

    @TempDir
    private Path folder;

    private HttpServer server = plain();
    private final AtomicInteger asked = new AtomicInteger();

    private record Ended(int code, String said) {}

    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
                Stream<Path> sources = Files.list(Path.of("src/bench/traffic"))) {
            List<String> options = List.of(
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-sourcepath",
                    "src/bench",
                    "-d",
                    classes.toString());
            assertThat(compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources.toList()))
                            .call())
                    .isTrue();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void answersThatAreRightAreWithinAllBars() throws Exception {
        answer(200, PAGE.formatted(0));

        Ended load = load(BRIEF);
        assertThat(load.code()).as(load.said()).isZero();
        assertThat(load.said())
                .contains("20 requests were due; 20 were answered", "at most 20 calls to LINE WORKS a minute");
    }

    @Test
    void oneWrongAnswerIsAMissedBar() throws Exception {
        answer(200, PAGE.formatted(0), "{\"data\":{\"contacts\":null}}");

        Ended load = load(BRIEF);
        assertThat(load.code()).as(load.said()).isEqualTo(1);
        assertThat(load.said()).contains("wrong: no list of contacts", "MISSED errors");
    }

    @Test
    void refusalsAreCountedByTheirCodes() throws Exception {
        answer(
                200,
                PAGE.formatted(0),
                "{\"errors\":[{\"message\":\"wait\",\"extensions\":{\"code\":\"UPSTREAM_RATE_LIMITED\"}}]}");

        Ended load = load(BRIEF);
        assertThat(load.code()).as(load.said()).isEqualTo(1);
        assertThat(load.said()).contains("refused: UPSTREAM_RATE_LIMITED", "holds  errors", "MISSED refused");
    }

    @Test
    void itEndsWhereItMakesMoreCallsThanItMay() throws Exception {
        answer(200, PAGE.formatted(3));

        Ended load = load(BRIEF, "--max-upstream-calls", "10");
        assertThat(load.code()).as(load.said()).isEqualTo(4);
        assertThat(load.said()).contains("more than at most 10 calls to LINE WORKS a minute");
    }

    @Test
    void anInstanceThatDiesHalfwayEndsTheRunWithWhatWasCounted() throws Exception {
        for (String bench : List.of("traffic.Load", "traffic.Soak")) {
            asked.set(0);
            server.createContext("/graphql", this::answerNineTimes);
            Ended ended = run(bench, address(), BRIEF, "--duration", "10m");
            assertThat(ended.code()).as(ended.said()).isEqualTo(3);
            assertThat(ended.said()).contains("has stopped to answer", "not answered: connection refused");
            server = plain();
        }
    }

    private void answerNineTimes(HttpExchange exchange) throws IOException {
        String document = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (asked.incrementAndGet() == 10) {
            server.stop(0);
            return;
        }
        send(exchange, 200, document.contains("__typename") ? TYPE : PAGE.formatted(0));
    }

    @Test
    void aCallerWhoIsNotAcceptedIsToldHowToGiveACredentialWhichIsNotPrinted() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "t0ken-of-nobody\n");
        server.createContext("/graphql", exchange -> {
            boolean isKnown =
                    "Bearer t0ken-of-nobody".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            send(exchange, isKnown ? 403 : 401, "no");
        });

        Ended without = load(BRIEF);
        assertThat(without.code()).as(without.said()).isEqualTo(3);
        assertThat(without.said()).contains("answered 401", "--token-file");
        Ended with = load(BRIEF, "--token-file", token.toString());
        assertThat(with.code()).as(with.said()).isEqualTo(3);
        assertThat(with.said()).contains("answered 403").doesNotContain("t0ken");
    }

    @Test
    void whatIsNoGatewayIsToldApart() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0)) {
            port = nobody.getLocalPort();
        }
        Ended refused = run("traffic.Load", "http://127.0.0.1:" + port, BRIEF);
        assertThat(refused.code()).as(refused.said()).isEqualTo(3);
        assertThat(refused.said()).contains("connection refused. Check host and port");

        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "https://example.com/");
            send(exchange, exchange.getRequestURI().getPath().equals("/moved") ? 308 : 404, "<html>");
        });
        Ended page = load(BRIEF);
        assertThat(page.code()).as(page.said()).isEqualTo(3);
        assertThat(page.said()).contains("404, not JSON");
        assertThat(run("traffic.Load", address() + "/moved", BRIEF).said()).contains("redirects");

        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread refusing = new Thread(() -> refuse(plain));
            refusing.start();
            Ended noTls = run("traffic.Load", "https://127.0.0.1:" + plain.getLocalPort(), BRIEF);
            assertThat(noTls.code()).as(noTls.said()).isEqualTo(3);
            assertThat(noTls.said()).contains("does not speak TLS: try http://");
        }
    }

    /** As a server without TLS does, until the socket is closed. */
    private static void refuse(ServerSocket plain) {
        try {
            while (true) {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                }
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefusedUnlessItsFileIsGiven() throws Exception {
        Path certificate = folder.resolve("ca.pem");
        server = tls(certificate);
        answer(200, PAGE.formatted(0));
        String address = address().replace("http:", "https:");

        Ended unknown = run("traffic.Load", address, BRIEF);
        assertThat(unknown.code()).as(unknown.said()).isEqualTo(3);
        assertThat(unknown.said()).contains("TLS failed", "--ca-file");
        Ended known = run("traffic.Load", address, BRIEF, "--ca-file", certificate.toString());
        assertThat(known.code()).as(known.said()).isZero();
        Ended other = run(
                "traffic.Load", address.replace("127.0.0.1", "localhost"), BRIEF, "--ca-file", certificate.toString());
        assertThat(other.said()).contains("Its certificate is for another host");
    }

    @Test
    void aCommandLineThatCannotBeIsToldInASentence() throws Exception {
        // None of the credentials that are searched for in logs: the JDK logs command lines, from 25 on.
        Ended credential = run("traffic.Load", "https://somebody:word-in-the-open@example.com", BRIEF);
        assertThat(credential.code()).isEqualTo(2);
        assertThat(credential.said()).contains("a command line is visible").doesNotContain("word-in-the-open");
        assertThat(run("traffic.Load", "example.com", BRIEF))
                .isEqualTo(new Ended(
                        2, "Expected --address https://host[:port] or http://host[:port], found another text.\n"));
        assertThat(load(BRIEF, "--token-file", "/nowhere/token").code()).isEqualTo(2);
        assertThat(load(BRIEF, "--rate", "many").code()).isEqualTo(2);
        assertThat(load(BRIEF, "--duration", "long").said()).contains("such as 90s, 10m or 4h");
        assertThat(load(BRIEF, "--fast", "1").code()).isEqualTo(2);
    }

    @Test
    void aSoakTellsWhatGrows() throws Exception {
        answer(200, PAGE.formatted(0));
        AtomicInteger heap = new AtomicInteger(50);
        server.createContext(
                "/q/metrics",
                exchange -> send(
                        exchange,
                        200,
                        "meishi_build_info{version=\"1\"} 1.0\nprocess_files_open_files 20.0\n"
                                + "jvm_memory_used_bytes{area=\"heap\",id=\"Tenured Gen\"} "
                                + heap.addAndGet(5) * 1_000_000L + "\n"));

        Ended soak = run(
                "traffic.Soak", address(), BRIEF, "--management", address(), "--duration", "4s", "--interval", "0.5s");
        assertThat(soak.code()).as(soak.said()).isEqualTo(1);
        assertThat(soak.said())
                .contains(
                        "DRIFT  heap",
                        "holds  open files, connections included: 20.0",
                        "holds  series of metrics: 3.0");
    }

    /** Each document with the right answer, or with these in turn. */
    private void answer(int status, String... pages) {
        server.createContext("/graphql", exchange -> {
            String document = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            // The first two are those with which a run begins.
            int number = Math.max(0, asked.getAndIncrement() - 2);
            send(exchange, status, document.contains("__typename") ? TYPE : pages[number % pages.length]);
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Ended load(List<String> options, String... more) throws Exception {
        return run("traffic.Load", address(), options, more);
    }

    private static Ended run(String bench, String address, List<String> options, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                bench,
                "--address",
                address));
        command.addAll(options);
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static HttpServer plain() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            // A handler may stop the server, which waits for the thread that handlers are otherwise called by.
            server.setExecutor(task -> new Thread(task).start());
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** With a certificate for 127.0.0.1 of its own, which is written to a file. */
    private HttpServer tls(Path certificate) throws Exception {
        Path store = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                store);
        keytool("-exportcert", "-alias", "a", "-rfc", "-file", certificate, store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "password".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "password".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.start();
        return https;
    }

    private static void keytool(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        for (int i = 0; i < arguments.length - 1; i++) {
            command.add(arguments[i].toString());
        }
        command.addAll(List.of("-storepass", "password", "-keystore", arguments[arguments.length - 1].toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
