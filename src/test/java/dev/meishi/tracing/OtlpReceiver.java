package dev.meishi.tracing;

import com.google.protobuf.TextFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A collector: takes spans by OTLP over HTTP with Protobuf, and writes each into a file that the leak check reads. It can
 * refuse them, or be silent.
 */
public final class OtlpReceiver implements AutoCloseable {

    private static final TextFormat.Printer TEXT =
            TextFormat.printer().escapingNonAscii(false).emittingSingleLine(true);

    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final @Nullable Path log;
    private final HttpServer server;
    private volatile int status = 200;
    private volatile @Nullable CountDownLatch silence;

    /** A span, and who sent it. */
    public record Received(Span span, Resource sender) {

        /** The hexadecimal digits of its trace. */
        public String trace() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        /** Its own. */
        public String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        /** Those of the span above it. */
        public String parent() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        /** The value of an attribute as text; empty if it has none. */
        public String attribute(String name) {
            return span.getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals(name))
                    .map(attribute -> attribute.getValue())
                    .map(value -> value.hasIntValue() ? String.valueOf(value.getIntValue()) : value.getStringValue())
                    .findFirst()
                    .orElse("");
        }

        /** The spans that it links. */
        public List<String> links() {
            return span.getLinksList().stream()
                    .map(link -> HexFormat.of().formatHex(link.getSpanId().toByteArray()))
                    .toList();
        }
    }

    /** One that listens, and writes into the directory that the leak check of this run reads, if there is one. */
    public OtlpReceiver() {
        this(Optional.ofNullable(System.getProperty("leaks.directory"))
                .map(Path::of)
                .orElse(null));
    }

    /** One that writes into another directory; null for none. */
    public OtlpReceiver(@Nullable Path directory) {
        try {
            log = directory == null ? null : Files.createTempFile(Files.createDirectories(directory), "spans", ".log");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** Where spans are to be sent. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** All that have arrived, in their order. */
    public List<Received> spans() {
        return List.copyOf(spans);
    }

    /** Those of a trace. */
    public List<Received> spans(String trace) {
        return spans.stream().filter(one -> one.trace().equals(trace)).toList();
    }

    /** How often somebody sent some. */
    public int requests() {
        return requests.get();
    }

    /** Answers everything with this status from now on. */
    public void answer(int with) {
        status = with;
    }

    /** Answers nothing from now on, until it is to speak. */
    public void beSilent() {
        silence = new CountDownLatch(1);
    }

    /** Answers again, also what it left unanswered. */
    public void speak() {
        CountDownLatch silent = silence;
        silence = null;
        if (silent != null) {
            silent.countDown();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.incrementAndGet();
        CountDownLatch silent = silence;
        try {
            if (silent != null) {
                silent.await();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        if (status == 200) {
            keep(ExportTraceServiceRequest.parseFrom(body));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private synchronized void keep(ExportTraceServiceRequest request) throws IOException {
        for (ResourceSpans ofOne : request.getResourceSpansList()) {
            for (ScopeSpans scope : ofOne.getScopeSpansList()) {
                for (Span span : scope.getSpansList()) {
                    if (log != null) {
                        Files.writeString(log, TEXT.printToString(span) + "\n", StandardOpenOption.APPEND);
                    }
                    spans.add(new Received(span, ofOne.getResource()));
                }
            }
        }
    }

    @Override
    public void close() {
        speak();
        server.stop(0);
        threads.shutdownNow();
    }
}
