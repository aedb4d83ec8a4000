package dev.meishi.lineworks.http;

import dev.meishi.failure.Failure;
import dev.meishi.quota.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long calls to LINE WORKS take, by operation, status and what went wrong: OpenTelemetry's {@code
 * http.client.request.duration}, with its buckets.
 */
@Singleton
public class CallDurations {

    /** What went wrong with a call that was given up. */
    static final String ABANDONED = "ABANDONED";

    private static final String INTERNAL = "INTERNAL";

    private static final Duration[] BUCKETS = Stream.of(
                    5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** With more ends of calls than these, statuses are not told apart any more: they are the upstream's to choose. */
    private static final int MOST_SERIES = 500;

    private final MeterRegistry registry;
    private final Map<End, Timer> timers = new ConcurrentHashMap<>();

    /**
     * Without a call yet.
     *
     * @param registry of the metrics
     */
    public CallDurations(MeterRegistry registry) {
        this.registry = registry;
    }

    /** How a call ended: with a status, if that is not 0, and in an error, if that is not empty. */
    private record End(Kind kind, int status, String error) {}

    /** What is called: an operation, or what is none because no quota counts it. */
    private record Kind(String title, String method) {}

    private static final Kind TOKEN = new Kind("issueToken", "POST");

    private static final Kind PHOTO = new Kind("downloadPhoto", "GET");

    /**
     * A call that is about to be made.
     *
     * @param operation that is called
     * @return not sent yet
     */
    Call of(Operation operation) {
        return new Call(new Kind(operation.title(), "GET"));
    }

    /**
     * A call for an access token that is about to be made.
     *
     * @return not sent yet
     */
    public Call ofToken() {
        return new Call(TOKEN);
    }

    /** The same for the bytes of a photo, which count until their head is there: they come as fast as a client reads. */
    Call ofPhoto() {
        return new Call(PHOTO);
    }

    private void record(End end, long nanos) {
        Timer timer = timers.get(end);
        if (timer == null) {
            End shown = timers.size() < MOST_SERIES ? end : new End(end.kind(), 0, end.error());
            timer = timers.computeIfAbsent(shown, this::timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(End end) {
        return Timer.builder("http.client.request.duration")
                .description("Duration of calls to LINE WORKS, until their answers were read")
                .tag("operation", end.kind().title())
                .tag("http.request.method", end.kind().method())
                .tag("http.response.status_code", end.status() == 0 ? "" : String.valueOf(end.status()))
                .tag("error.type", end.error())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** One call, from when it is sent. What happens before, such as a wait for an access token, is not part of it. */
    public final class Call {

        private final Kind kind;
        private volatile boolean isSent;
        private volatile long began;
        private volatile int status;

        private Call(Kind kind) {
            this.kind = kind;
        }

        /** It is sent now. */
        public void sent() {
            began = System.nanoTime();
            isSent = true;
        }

        /**
         * The head of its answer is there.
         *
         * @param with its status
         */
        public void answered(int with) {
            status = with;
        }

        /**
         * Records how it ends, if it is sent.
         *
         * @param <T> what comes of it
         * @param call that fails with {@link Failure}, as everything that is no defect
         * @return the same
         */
        public <T> Uni<T> watched(Uni<T> call) {
            return call.onTermination().invoke((item, thrown, isCancelled) -> ended(thrown, isCancelled));
        }

        private void ended(@Nullable Throwable thrown, boolean isCancelled) {
            if (!isSent) {
                return;
            }
            String error = isCancelled ? ABANDONED : "";
            int end = status;
            if (thrown instanceof Failure failure) {
                error = failure.code().name();
                end = end == 0 ? failure.status() : end;
            } else if (thrown != null) {
                error = INTERNAL;
            }
            record(new End(kind, end, error), System.nanoTime() - began);
        }
    }
}
