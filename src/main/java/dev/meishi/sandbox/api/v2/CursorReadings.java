package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.faults.Switches;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * What is not known of cursors; the first constant of each is the default.
 *
 * @param cursorLifetime how long one is accepted; zero for no end
 * @param cursorCount whether {@code count} may change from page to page
 * @param cursorFilters whether filters may change from page to page
 * @param cursorUse whether one is taken more than once
 * @param cursorText whether the same place has the same text each time
 * @param lastCursor how the last page says that it is the last
 */
record CursorReadings(
        Duration cursorLifetime,
        CursorCount cursorCount,
        CursorFilters cursorFilters,
        CursorUse cursorUse,
        CursorText cursorText,
        LastCursor lastCursor) {

    private static final Duration LONGEST = Duration.ofDays(365);

    enum CursorCount {
        FREE,
        FIXED
    }

    enum CursorFilters {
        BOUND,
        FREE
    }

    enum CursorUse {
        ANY,
        ONCE
    }

    enum CursorText {
        SAME,
        FRESH
    }

    enum LastCursor {
        ABSENT,
        NULL,
        EMPTY
    }

    static CursorReadings from(Switches switches) {
        return new CursorReadings(
                switches.duration("cursorLifetime", LONGEST),
                switches.oneOf("cursorCount", CursorCount.FREE),
                switches.oneOf("cursorFilters", CursorFilters.BOUND),
                switches.oneOf("cursorUse", CursorUse.ANY),
                switches.oneOf("cursorText", CursorText.SAME),
                switches.oneOf("lastCursor", LastCursor.ABSENT));
    }

    void addTo(JsonObject json) {
        json.put("cursorLifetime", cursorLifetime.toString())
                .put("cursorCount", cursorCount.name())
                .put("cursorFilters", cursorFilters.name())
                .put("cursorUse", cursorUse.name())
                .put("cursorText", cursorText.name())
                .put("lastCursor", lastCursor.name());
    }
}
