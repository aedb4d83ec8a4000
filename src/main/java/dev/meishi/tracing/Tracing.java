package dev.meishi.tracing;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins the spans of requests, if tracing is on. */
@Singleton
public class Tracing {

    private static final Logger LOG = Logger.getLogger(Tracing.class);

    /** After connections are closed; the grace period of the pod has room for it. */
    private static final Duration LONGEST_FLUSH = Duration.ofSeconds(3);

    private final @Nullable Sdk sdk;

    Tracing(
            TracingConfig config,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        sdk = config.enabled() ? new Sdk(config, registry, version) : null;
    }

    /**
     * Whether there are spans at all.
     *
     * @return whether {@code meishi.tracing.enabled} is set
     */
    public boolean isOn() {
        return sdk != null;
    }

    /**
     * Begins the span of a request.
     *
     * @param name of it, one of few
     * @param caller's span, which decides whether this one is recorded; invalid if there is none
     * @return to be ended; {@link TraceSpan#NONE} if it is not sampled
     */
    public TraceSpan serve(String name, SpanContext caller) {
        return sdk == null ? TraceSpan.NONE : sdk.begin(name, caller, SpanContext.getInvalid());
    }

    /**
     * Begins the span of a request that came by a connection which was opened by another one.
     *
     * @param name of it, one of few
     * @param opening the span of the request that opened the connection, which is linked; invalid if there is none
     * @return to be ended; {@link TraceSpan#NONE} if it is not sampled
     */
    public TraceSpan serveApart(String name, SpanContext opening) {
        return sdk == null ? TraceSpan.NONE : sdk.begin(name, SpanContext.getInvalid(), opening);
    }

    /** Connections are closed by then, so that all spans have ended. */
    void close(@Observes ShutdownEvent end) {
        if (sdk != null) {
            sdk.queue.close(LONGEST_FLUSH);
        }
    }

    /** What is there only if tracing is on. The exporter finds its HTTP client by its name. */
    @RegisterForReflection(
            targets = {},
            classNames = "io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider")
    private static final class Sdk {

        private final SpanQueue queue;
        private final Tracer tracer;

        Sdk(TracingConfig config, MeterRegistry registry, String version) {
            OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                    .setEndpoint(config.endpoint())
                    .setRetryPolicy(null)
                    .build();
            queue = new SpanQueue(config.queue(), exporter, registry);
            Attributes service = Attributes.builder()
                    .put("service.name", "meishi")
                    .put("service.version", version)
                    .put("service.instance.id", UUID.randomUUID().toString())
                    .build();
            tracer = SdkTracerProvider.builder()
                    .setResource(Resource.getDefault().merge(Resource.create(service)))
                    .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio())))
                    .addSpanProcessor(queue)
                    .build()
                    .get("dev.meishi");
            LOG.infof(
                    "Operations are traced: %s of those without a traceparent, to %s",
                    config.ratio(), URI.create(config.endpoint()).getAuthority());
        }

        TraceSpan begin(String name, SpanContext parent, SpanContext linked) {
            SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER);
            if (parent.isValid()) {
                builder.setParent(Context.root().with(Span.wrap(parent)));
            } else {
                builder.setNoParent();
            }
            return TraceSpan.of(tracer, builder.addLink(linked).startSpan());
        }
    }
}
