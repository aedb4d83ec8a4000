package dev.meishi.sandbox.api.v2;

/** The readings in force. */
final class CurrentReadings {

    private volatile Readings readings = Readings.DEFAULT;

    Readings get() {
        return readings;
    }

    void set(Readings changed) {
        readings = changed;
    }
}
