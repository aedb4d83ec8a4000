package dev.meishi.sandbox.faults;

/**
 * The faults drawn for one call.
 *
 * @param faults the switches in force
 * @param quota where the call stands in its minute
 * @param hang never answered
 * @param error HTTP status to fail with, or {@link #NO_ERROR}
 * @param tampering what happens to the finished answer
 * @param truncatedPage a list loses half its contacts
 */
public record DrawnFaults(
        Faults faults, RateWindow.Quota quota, boolean hang, int error, Tampering tampering, boolean truncatedPage) {

    /** No injected error. */
    public static final int NO_ERROR = 0;

    /** Damage to an answer on its way out. */
    public enum Tampering {
        /** The answer goes out as it is. */
        NONE("200"),
        /** The connection closes half way through the body. */
        CUT("cut"),
        /** Half a JSON text. */
        MALFORMED("malformed"),
        /** Declared as text/html. */
        WRONG_CONTENT_TYPE("wrongContentType");

        private final String title;

        Tampering(String title) {
            this.title = title;
        }

        /** The name of the switch. */
        public String title() {
            return title;
        }
    }
}
