package dev.meishi.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A span of some work, or {@link #NONE} where that is not traced; then everything here does nothing. It goes with the work
 * down to its calls, which become spans below it. Safe for use by several threads.
 */
public final class TraceSpan {

    /** Of work that is not traced. */
    public static final TraceSpan NONE = new TraceSpan(null, null, new Calls());

    private static volatile boolean isUsed;

    private final @Nullable Tracer tracer;
    private final @Nullable Span span;
    private final Calls calls;

    /** The last call that was made on behalf of some work, which others may share. */
    private static final class Calls {
        private volatile @Nullable SpanContext last;
    }

    /** Apart, and not asked before there is a span, so that without tracing nothing of OpenTelemetry is loaded. */
    private static final class Current {
        static final ContextKey<TraceSpan> KEY = ContextKey.named("dev.meishi.tracing");
    }

    private TraceSpan(@Nullable Tracer tracer, @Nullable Span span, Calls calls) {
        this.tracer = tracer;
        this.span = span;
        this.calls = calls;
    }

    /** A span that was begun; {@link #NONE} if it is not sampled. */
    static TraceSpan of(Tracer tracer, Span span) {
        if (!span.isRecording()) {
            return NONE;
        }
        isUsed = true;
        return new TraceSpan(tracer, span, new Calls());
    }

    /**
     * That of the work which this thread is doing.
     *
     * @return see {@link #within}
     */
    public static TraceSpan current() {
        if (!isUsed) {
            return NONE;
        }
        TraceSpan current = Context.current().get(Current.KEY);
        return current == null ? NONE : current;
    }

    /**
     * Whether the work is traced.
     *
     * @return false for {@link #NONE}
     */
    public boolean isRecorded() {
        return span != null;
    }

    /**
     * The id of its trace.
     *
     * @return 32 hexadecimal digits; null if the work is not traced
     */
    public @Nullable String traceId() {
        return span == null ? null : span.getSpanContext().getTraceId();
    }

    /**
     * Begins a part of the work.
     *
     * @param name of the part, one of few
     * @return a span of its own; to be ended
     */
    public TraceSpan part(String name) {
        SpanBuilder builder = below(name);
        return builder == null ? NONE : new TraceSpan(tracer, builder.startSpan(), calls);
    }

    /**
     * Begins a call of another machine. None of the trace goes along with it.
     *
     * @param method of HTTP
     * @param server where it goes; only host and port are told
     * @param path with the names of its variable parts in place of these; null if it is not known
     * @return a span of its own; to be ended
     */
    public TraceSpan call(String method, URI server, @Nullable String path) {
        SpanBuilder builder = below(path == null ? method : method + ' ' + path);
        if (builder == null) {
            return NONE;
        }
        builder.setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", method)
                .setAttribute("server.address", String.valueOf(server.getHost()))
                .setAttribute("server.port", port(server));
        if (path != null) {
            builder.setAttribute("url.template", path);
        }
        Span call = builder.startSpan();
        calls.last = call.getSpanContext();
        return new TraceSpan(tracer, call, new Calls());
    }

    private static long port(URI server) {
        return server.getPort() >= 0 ? server.getPort() : "https".equalsIgnoreCase(server.getScheme()) ? 443 : 80;
    }

    private @Nullable SpanBuilder below(String name) {
        return tracer == null || span == null
                ? null
                : tracer.spanBuilder(name).setParent(Context.root().with(span));
    }

    /**
     * The same span for work that others may share: what {@link #joined} links is the last call below this one.
     *
     * @return not to be ended
     */
    public TraceSpan shared() {
        return span == null ? this : new TraceSpan(tracer, span, new Calls());
    }

    /**
     * This work got what another was doing, in place of doing it itself: links the call that this one did not make.
     *
     * @param other work, by its {@link #shared} span
     */
    public void joined(TraceSpan other) {
        if (span != null) {
            SpanContext call = other.calls.last;
            if (call != null) {
                span.addLink(call);
            }
        }
    }

    /**
     * Does something as a part of this work: while it runs, {@link #current} is this.
     *
     * @param <T> type of its result
     * @param work on this thread
     * @return what the work returns
     */
    public <T> T within(Supplier<T> work) {
        return span == null ? work.get() : here().wrapSupplier(work).get();
    }

    /**
     * The same for work without a result.
     *
     * @param work on this thread
     */
    public void run(Runnable work) {
        if (span == null) {
            work.run();
        } else {
            here().wrap(work).run();
        }
    }

    private Context here() {
        return Context.root().with(Current.KEY, this);
    }

    /**
     * Gives it another name.
     *
     * @param name one of few
     */
    public void named(String name) {
        if (span != null) {
            span.updateName(name);
        }
    }

    /**
     * Adds what was found.
     *
     * @param attribute its name
     * @param value nothing that was asked for or answered
     */
    public void set(String attribute, String value) {
        if (span != null) {
            span.setAttribute(attribute, value);
        }
    }

    /**
     * Adds several of one kind.
     *
     * @param attribute their name
     * @param values nothing that was asked for or answered
     */
    public void set(String attribute, List<String> values) {
        if (span != null) {
            span.setAttribute(AttributeKey.stringArrayKey(attribute), values);
        }
    }

    /**
     * Adds what was counted.
     *
     * @param attribute its name
     * @param value of it
     */
    public void set(String attribute, long value) {
        if (span != null) {
            span.setAttribute(attribute, value);
        }
    }

    /** The work failed. */
    public void failed() {
        if (span != null) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** The work is over. */
    public void end() {
        if (span != null) {
            span.end();
        }
    }
}
