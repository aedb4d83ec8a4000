package dev.meishi.telemetry;

import java.util.Locale;

/** How an operation ended. */
public enum Outcome {
    /** With data and without an error. */
    SUCCESS,
    /** With data, and with errors at fields. */
    PARTIAL,
    /** Executed, with errors and without data. */
    FAILURE,
    /** Not executed: its document, its variables or its size are not accepted, or there is no memory for it. */
    REFUSED,
    /** Given up, as its client had gone. */
    ABANDONED;

    /**
     * As metrics and the log have it.
     *
     * @return in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
