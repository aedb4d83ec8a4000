package dev.meishi.sandbox;

/**
 * What was drawn for one call.
 *
 * @param faults the switches in force
 * @param quota where the call stands in its minute
 * @param hang never answered
 * @param error HTTP status to fail with, or {@link #NO_ERROR}
 * @param tampering what happens to the finished answer
 * @param truncatedPage a list loses half its contacts
 */
record Turn(
        Faults faults, RateWindow.Quota quota, boolean hang, int error, Tampering tampering, boolean truncatedPage) {

    static final int NO_ERROR = 0;

    /** Damage to an answer on its way out. */
    enum Tampering {
        NONE("200"),
        CUT("cut"),
        MALFORMED("malformed"),
        WRONG_CONTENT_TYPE("wrongContentType");

        private final String title;

        Tampering(String title) {
            this.title = title;
        }

        /** The name of the switch. */
        String title() {
            return title;
        }
    }
}
