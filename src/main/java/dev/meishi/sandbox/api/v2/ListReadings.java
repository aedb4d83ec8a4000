package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.SortKey;
import dev.meishi.sandbox.faults.Switches;
import io.vertx.core.json.JsonObject;

/**
 * What is not known of lists; the first constant of each is the default unless it is said.
 *
 * @param countAboveCap a count of 0 or above the cap of a list of contacts or tags
 * @param directoryCountAboveCap the same for members, groups and organisations; EMPTY by default
 * @param defaultOrder where no {@code orderBy} is sent; CREATION_TIME by default
 * @param ties the order of equal keys
 * @param bounds whether the ends of a window belong to it
 * @param endAlone what an end without a start means
 * @param wideWindow the code for a window of more than seven days
 * @param filters whether a contact has to match all of them; the window and the view always hold
 * @param telephoneDashes whether a number is found whatever is between its digits
 * @param telephonesSearched which numbers of a contact are
 * @param reach how many contacts a list leads to; 0 for the vendor's 50,000
 * @param beyondReach what comes after them
 */
record ListReadings(
        AboveCap countAboveCap,
        AboveCap directoryCountAboveCap,
        ContactEntry.Order defaultOrder,
        SortKey.Ties ties,
        Bounds bounds,
        EndAlone endAlone,
        WideWindow wideWindow,
        Filters filters,
        TelephoneDashes telephoneDashes,
        TelephonesSearched telephonesSearched,
        int reach,
        BeyondReach beyondReach) {

    private static final int VENDOR_REACH = 50_000;

    enum AboveCap {
        REFUSED,
        CLAMPED,
        EMPTY
    }

    enum Bounds {
        INCLUSIVE,
        END_EXCLUSIVE,
        EXCLUSIVE
    }

    enum EndAlone {
        BACKWARD,
        FORWARD,
        REFUSED
    }

    enum WideWindow {
        OUT_OF_RANGE,
        INVALID_PARAMETER
    }

    enum Filters {
        ALL,
        ANY
    }

    enum TelephoneDashes {
        IGNORED,
        SIGNIFICANT
    }

    enum TelephonesSearched {
        ALL,
        PRIMARY
    }

    enum BeyondReach {
        END,
        REFUSED
    }

    static ListReadings from(Switches switches) {
        return new ListReadings(
                switches.oneOf("countAboveCap", AboveCap.REFUSED),
                switches.oneOf("directoryCountAboveCap", AboveCap.EMPTY),
                switches.oneOf("defaultOrder", ContactEntry.Order.CREATION_TIME),
                switches.oneOf("ties", SortKey.Ties.MIRRORED),
                switches.oneOf("bounds", Bounds.INCLUSIVE),
                switches.oneOf("endAlone", EndAlone.BACKWARD),
                switches.oneOf("wideWindow", WideWindow.OUT_OF_RANGE),
                switches.oneOf("filters", Filters.ALL),
                switches.oneOf("telephoneDashes", TelephoneDashes.IGNORED),
                switches.oneOf("telephonesSearched", TelephonesSearched.ALL),
                switches.wholeNumber("reach", VENDOR_REACH),
                switches.oneOf("beyondReach", BeyondReach.END));
    }

    void addTo(JsonObject json) {
        json.put("countAboveCap", countAboveCap.name())
                .put("directoryCountAboveCap", directoryCountAboveCap.name())
                .put("defaultOrder", defaultOrder.name())
                .put("ties", ties.name())
                .put("bounds", bounds.name())
                .put("endAlone", endAlone.name())
                .put("wideWindow", wideWindow.name())
                .put("filters", filters.name())
                .put("telephoneDashes", telephoneDashes.name())
                .put("telephonesSearched", telephonesSearched.name())
                .put("reach", reach)
                .put("beyondReach", beyondReach.name());
    }

    /** How many contacts a list leads to. */
    int reachable() {
        return reach == 0 ? VENDOR_REACH : reach;
    }
}
