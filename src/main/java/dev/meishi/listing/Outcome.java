package dev.meishi.listing;

/** Why the reading of one list ended. */
enum Outcome {
    /** All that is wanted was found, or the sieve stopped it. */
    DONE,
    /** There is nothing more in this list in this direction. */
    END,
    /** There may be more, beyond the last rank that is served. */
    CAP
}
