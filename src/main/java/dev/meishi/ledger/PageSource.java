package dev.meishi.ledger;

/** Where a page came from. */
public enum PageSource {
    /** A call made for this operation. */
    CALL,
    /** A call that another operation, or another field, had made already and that was still under way. */
    SHARED,
    /** Cached, and young enough to be served as it is. */
    FRESH,
    /** Cached, and served while a new one is fetched. */
    STALE,
    /** Cached, old, and served because LINE WORKS did not give a new one. */
    STALE_IF_ERROR
}
