package dev.meishi.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Spans of a test that has no application: all are recorded, and are here when they end. */
public final class Recorded implements SpanExporter {

    /** Where calls go. */
    public static final URI SERVER = URI.create("https://works.example.com/v1");

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final Tracer tracer = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(this))
            .build()
            .get("test");

    /** A span without one above it. */
    public TraceSpan begin(String name) {
        Span span = tracer.spanBuilder(name).setNoParent().startSpan();
        return TraceSpan.of(tracer, span);
    }

    /** One of this name that has ended. */
    public SpanData span(String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + spans));
    }

    /** The names of all that have ended, in that order. */
    public List<String> names() {
        return spans.stream().map(SpanData::getName).toList();
    }

    /** What a span of this name links. */
    public List<SpanContext> links(String name) {
        return span(name).getLinks().stream().map(LinkData::getSpanContext).toList();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
        spans.addAll(ended);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
