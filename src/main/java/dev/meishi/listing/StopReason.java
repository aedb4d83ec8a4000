package dev.meishi.listing;

/** Why the reading of one list ended. */
enum StopReason {
    /** All that is wanted was found, or the filter stopped it. */
    DONE,
    /** There is nothing more in this list in this direction. */
    END,
    /** There is more, beyond the last rank that is served. */
    CAP,
    /** The last rank that is served is read, and nothing says whether there is more. */
    PERHAPS_CAP
}
