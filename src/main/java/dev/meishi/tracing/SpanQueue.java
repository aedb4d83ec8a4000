package dev.meishi.tracing;

import dev.meishi.log.LogThrottle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Spans that have ended and are not sent yet. A thread of its own sends them in batches; where there is no room for another
 * one, that is dropped and counted, so that no request ever waits for a collector.
 */
final class SpanQueue implements SpanProcessor {

    /** Most spans that are sent at once. */
    static final int BATCH = 512;

    /** How long a span waits for others, and for a collector. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(SpanQueue.class);

    private final LogThrottle<Loss> throttle = new LogThrottle<>(Duration.ofMinutes(1));
    private final BlockingQueue<SpanData> waiting;
    private final SpanExporter exporter;
    private final AtomicInteger added = new AtomicInteger();
    private final Counter exported;
    private final Counter dropped;
    private final Counter failed;
    private final Thread sender = new Thread(this::send, "span-sender");
    private volatile boolean isEnding;

    /** Why spans are lost. */
    private enum Loss {
        EXPORT
    }

    /**
     * Empty, and ready to send.
     *
     * @param most spans that may wait
     * @param exporter that sends them
     * @param registry where they are counted
     */
    SpanQueue(int most, SpanExporter exporter, MeterRegistry registry) {
        this.waiting = new ArrayBlockingQueue<>(most);
        this.exporter = exporter;
        this.exported = counter(registry, "exported");
        this.dropped = counter(registry, "dropped");
        this.failed = counter(registry, "failed");
        sender.setDaemon(true);
        sender.start();
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("meishi.tracing.spans")
                .description(
                        "Spans by what became of them: sent, dropped as too many were waiting, or not taken by the collector")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!waiting.offer(span.toSpanData())) {
            dropped.increment();
        } else if (added.incrementAndGet() % BATCH == 0) {
            LockSupport.unpark(sender);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    private void send() {
        List<SpanData> batch = new ArrayList<>(BATCH);
        while (!isEnding || !waiting.isEmpty()) {
            if (!isEnding && waiting.size() < BATCH) {
                LockSupport.parkNanos(this, INTERVAL.toNanos());
            }
            waiting.drainTo(batch, BATCH);
            if (!batch.isEmpty()) {
                export(batch);
                batch.clear();
            }
        }
    }

    private void export(List<SpanData> batch) {
        CompletableResultCode result;
        try {
            result = exporter.export(List.copyOf(batch)).join(LONGEST_EXPORT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException defect) {
            result = CompletableResultCode.ofExceptionalFailure(defect);
        }
        if (result.isSuccess()) {
            exported.increment(batch.size());
            return;
        }
        failed.increment(batch.size());
        if (throttle.isDue(Loss.EXPORT)) {
            Throwable why = result.getFailureThrowable();
            LOG.warnf(
                    "%d spans were not taken by the collector (meishi.tracing.endpoint) and are lost: %s (warned of once a"
                            + " minute)",
                    batch.size(), why == null ? "no answer in time" : why);
        }
    }

    /**
     * Sends what is waiting, and ends.
     *
     * @param longest that it is waited for; what is not sent by then is lost
     */
    void close(Duration longest) {
        isEnding = true;
        LockSupport.unpark(sender);
        try {
            sender.join(Math.max(1, longest.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        int left = waiting.size();
        if (left > 0) {
            LOG.warnf("%d spans were not sent before the process ended", left);
        }
        exporter.shutdown();
    }
}
