package dev.meishi.lineworks.http;

import dev.meishi.failure.Failure;
import dev.meishi.tracing.TraceSpan;
import org.jspecify.annotations.Nullable;

/** How the spans of calls end. */
final class CallSpans {

    /** What went wrong with a call that was given up. */
    static final String ABANDONED = "ABANDONED";

    private static final String INTERNAL = "INTERNAL";

    private CallSpans() {}

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
