package dev.meishi.lineworks.http;

import dev.meishi.failure.Failure;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How the spans of calls end. */
public final class CallSpans {

    /** What went wrong with a call that was given up. */
    static final String ABANDONED = "ABANDONED";

    private static final String INTERNAL = "INTERNAL";

    private CallSpans() {}

    /**
     * A call with a span.
     *
     * @param <T> what it gives
     * @param call whose failures are {@link Failure}s
     * @param begun begins the span, when the call is made
     * @param status of an answer
     * @return the same call
     */
    public static <T> Uni<T> traced(Uni<T> call, Supplier<TraceSpan> begun, ToIntFunction<T> status) {
        return Uni.createFrom().deferred(() -> {
            TraceSpan span = begun.get();
            return call.onTermination()
                    .invoke((answer, thrown, isCancelled) -> end(
                            span,
                            answer != null ? status.applyAsInt(answer) : status(thrown),
                            error(thrown, isCancelled)));
        });
    }

    private static int status(@Nullable Throwable thrown) {
        return thrown instanceof Failure failure ? failure.status() : 0;
    }

    /** What went wrong with a call; empty if nothing. */
    static String error(@Nullable Throwable thrown, boolean isCancelled) {
        if (thrown instanceof Failure failure) {
            return failure.code().name();
        }
        return thrown != null ? INTERNAL : isCancelled ? ABANDONED : "";
    }

    /** Ends one, with a status if that is not 0, and with an error if that is not empty. */
    static void end(TraceSpan span, int status, String error) {
        if (!span.isRecorded()) {
            return;
        }
        if (status != 0) {
            span.set("http.response.status_code", status);
        }
        if (!error.isEmpty()) {
            span.set("error.type", error);
            span.failed();
        }
        span.end();
    }
}
