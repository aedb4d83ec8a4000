package dev.meishi.http;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/** The trace that a request belongs to, by W3C's {@code traceparent}: version, trace, span and flags. */
final class TraceParent {

    static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    private TraceParent() {}

    /**
     * The id of the trace.
     *
     * @param header as sent; null if there is none
     * @return 32 hexadecimal digits; null if the header is not of the form that version 00 has
     */
    static @Nullable String traceId(@Nullable String header) {
        if (header == null) {
            return null;
        }
        boolean isOne = header.length() == LENGTH
                && header.startsWith("00-")
                && header.charAt(SPAN - 1) == '-'
                && header.charAt(FLAGS - 1) == '-'
                && isId(header, TRACE, SPAN - 1)
                && isId(header, SPAN, FLAGS - 1);
        return isOne ? header.substring(TRACE, SPAN - 1) : null;
    }

    /** The span that sent the request; invalid if the header is not of the form that version 00 has. */
    static SpanContext span(@Nullable String header) {
        String trace = traceId(header);
        if (header == null || trace == null || !isDigit(header.charAt(FLAGS)) || !isDigit(header.charAt(FLAGS + 1))) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                trace, header.substring(SPAN, FLAGS - 1), TraceFlags.fromHex(header, FLAGS), TraceState.getDefault());
    }

    /** Lower-case digits that are not all zero. */
    private static boolean isId(String header, int from, int to) {
        boolean isZero = true;
        for (int i = from; i < to; i++) {
            char c = header.charAt(i);
            if (!isDigit(c)) {
                return false;
            }
            isZero &= c == '0';
        }
        return !isZero;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
