package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.faults.Switches;
import io.vertx.core.json.JsonObject;

/** How what is not known of API 2.0 is read: one switch for each. */
record Readings(ListReadings lists, CursorReadings cursors, BodyReadings bodies, AccessReadings access) {

    static final Readings DEFAULT = from(new JsonObject());

    /** Reads the switches that are given; the others have their defaults. */
    static Readings from(JsonObject json) {
        Switches switches = new Switches(json);
        Readings readings = new Readings(
                ListReadings.from(switches),
                CursorReadings.from(switches),
                BodyReadings.from(switches),
                AccessReadings.from(switches));
        switches.refuseOthers();
        return readings;
    }

    /** All switches, in a form {@link #from} reads back. */
    JsonObject toJson() {
        JsonObject json = new JsonObject();
        lists.addTo(json);
        cursors.addTo(json);
        bodies.addTo(json);
        access.addTo(json);
        return json;
    }
}
