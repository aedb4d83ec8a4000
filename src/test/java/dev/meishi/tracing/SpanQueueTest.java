package dev.meishi.tracing;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.LogRecorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link SpanQueue}: what becomes of spans where their collector is well, slow or broken. */
class SpanQueueTest {

    private static final int MOST = 600;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Exporter exporter = new Exporter();
    private final SpanQueue queue = new SpanQueue(MOST, exporter, registry);
    private final Tracer tracer =
            SdkTracerProvider.builder().addSpanProcessor(queue).build().get("test");

    /** A collector that answers when the test lets it. */
    private static final class Exporter implements SpanExporter {

        private final List<Integer> batches = new CopyOnWriteArrayList<>();
        private final CountDownLatch silence = new CountDownLatch(1);
        private volatile boolean isSilent;
        private volatile CompletableResultCode answer = CompletableResultCode.ofSuccess();
        private volatile boolean isThrowing;

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            batches.add(spans.size());
            if (isSilent) {
                waitForTheEnd();
            }
            if (isThrowing) {
                throw new IllegalStateException("defect");
            }
            return answer;
        }

        private void waitForTheEnd() {
            try {
                silence.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
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

    @AfterEach
    void close() {
        exporter.silence.countDown();
        queue.close(Duration.ofSeconds(30));
    }

    @Test
    void spansAreSentWithoutBeingAskedFor() {
        end(3);

        eventually(() -> count("exported") == 3);
    }

    @Test
    void aBatchHasAtMost512() {
        end(MOST);

        eventually(() -> count("exported") == MOST);
        assertThat(exporter.batches).allMatch(size -> size <= SpanQueue.BATCH);
    }

    @Test
    void whatIsWaitingIsSentAtTheEnd() {
        end(3);

        queue.close(Duration.ofSeconds(30));

        assertThat(count("exported")).isEqualTo(3);
    }

    @Test
    void whereACollectorIsSilentTheRestIsDroppedAndCounted() {
        exporter.isSilent = true;
        end(1);
        eventually(() -> exporter.batches.size() == 1);

        end(MOST + 7);

        assertThat(count("dropped")).isEqualTo(7);
    }

    @Test
    void theEndIsNotWaitedForLongerThanAllowed() {
        exporter.isSilent = true;
        end(1);
        eventually(() -> exporter.batches.size() == 1);
        end(5);

        queue.close(Duration.ofMillis(1));

        assertThat(count("exported")).isZero();
    }

    @Test
    void whatACollectorRefusesIsCountedAndWarnedOfOnce() {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        LogRecorder log = new LogRecorder(lines);
        Logger logger = Logger.getLogger(SpanQueue.class.getName());
        logger.addHandler(log);
        try {
            exporter.answer = CompletableResultCode.ofExceptionalFailure(new IllegalStateException("status 500"));
            end(SpanQueue.BATCH);
            eventually(() -> count("failed") == SpanQueue.BATCH);
            exporter.isThrowing = true;
            end(SpanQueue.BATCH);
            eventually(() -> count("failed") == 2 * SpanQueue.BATCH);
        } finally {
            logger.removeHandler(log);
        }

        assertThat(new ArrayList<>(lines)).singleElement().asString().contains("status 500", "meishi.tracing.endpoint");
    }

    private void end(int spans) {
        for (int i = 0; i < spans; i++) {
            tracer.spanBuilder("span").setNoParent().startSpan().end();
        }
    }

    private double count(String result) {
        return registry.get("meishi.tracing.spans")
                .tag("result", result)
                .counter()
                .count();
    }
}
