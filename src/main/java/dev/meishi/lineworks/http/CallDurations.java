package dev.meishi.lineworks.http;

import dev.meishi.failure.Failure;
import dev.meishi.quota.Operation;
import dev.meishi.tracing.TraceSpan;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spans of calls to LINE WORKS, and how long they take, by operation, status and what went wrong: OpenTelemetry's {@code
 * http.client.request.duration}, with its buckets.
 */
@Singleton
public class CallDurations {

    private static final Duration[] BUCKETS = Stream.of(
                    5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** With more ends of calls than these, statuses are not told apart any more: they are the upstream's to choose. */
    private static final int MOST_SERIES = 500;

    private final MeterRegistry registry;
    private final Map<End, Timer> timers;
    private final @Nullable Endpoints endpoints;

    /**
     * Without a call yet.
     *
     * @param registry of the metrics
     */
    @Inject
    public CallDurations(MeterRegistry registry) {
        this(registry, new ConcurrentHashMap<>(), null);
    }

    private CallDurations(MeterRegistry registry, Map<End, Timer> timers, @Nullable Endpoints endpoints) {
        this.registry = registry;
        this.timers = timers;
        this.endpoints = endpoints;
    }

    /**
     * The same for the calls of one API.
     *
     * @param api where they go, for their spans
     * @return counts together with this one
     */
    public CallDurations to(Endpoints api) {
        return new CallDurations(registry, timers, api);
    }

    /** How a call ended: with a status, if that is not 0, and in an error, if that is not empty. */
    private record End(Operation operation, int status, String error) {}

    /**
     * A call that is about to be made.
     *
     * @param operation that is called
     * @param work that it is a part of
     * @return not sent yet
     */
    Call of(Operation operation, TraceSpan work) {
        return new Call(operation, work);
    }

    private TraceSpan span(Operation operation, TraceSpan work) {
        if (endpoints == null || !work.isRecorded()) {
            return TraceSpan.NONE;
        }
        URI address = endpoints.address();
        String path = endpoints.path(operation);
        TraceSpan span = work.call(
                endpoints.method(operation),
                address,
                path == null ? null : address.getRawPath().replaceFirst("/$", "") + path);
        span.set("meishi.upstream.operation", operation.title());
        return span;
    }

    private void record(End end, long nanos) {
        Timer timer = timers.get(end);
        if (timer == null) {
            End shown = timers.size() < MOST_SERIES ? end : new End(end.operation(), 0, end.error());
            timer = timers.computeIfAbsent(shown, this::timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(End end) {
        return Timer.builder("http.client.request.duration")
                .description("Duration of calls to LINE WORKS, until their answers were read")
                .tag("operation", end.operation().title())
                .tag("http.request.method", "GET")
                .tag("http.response.status_code", end.status() == 0 ? "" : String.valueOf(end.status()))
                .tag("error.type", end.error())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** One call, from when it is sent. What happens before, such as a wait for an access token, is not part of it. */
    final class Call {

        private final Operation operation;
        private volatile boolean isSent;
        private volatile long began;
        private volatile int status;
        private volatile TraceSpan span;

        private Call(Operation operation, TraceSpan work) {
            this.operation = operation;
            this.span = work;
        }

        /** It is sent now. */
        void sent() {
            began = System.nanoTime();
            isSent = true;
            span = span(operation, span);
        }

        /** The head of its answer is there. */
        void answered(int with) {
            status = with;
        }

        /** Records how it ends, if it is sent. */
        <T> Uni<T> watched(Uni<T> call) {
            return call.onTermination().invoke((item, thrown, isCancelled) -> ended(thrown, isCancelled));
        }

        private void ended(@Nullable Throwable thrown, boolean isCancelled) {
            if (!isSent) {
                return;
            }
            String error = CallSpans.error(thrown, isCancelled);
            int end = status == 0 && thrown instanceof Failure failure ? failure.status() : status;
            record(new End(operation, end, error), System.nanoTime() - began);
            CallSpans.end(span, end, error);
        }
    }
}
