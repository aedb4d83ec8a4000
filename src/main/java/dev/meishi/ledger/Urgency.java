package dev.meishi.ledger;

/** Who is waiting for a call to LINE WORKS. */
public enum Urgency {
    /** Somebody who looks at a screen. */
    INTERACTIVE,
    /** No client at a screen: an export, or the renewal of a page that was served already. Gives way to the other. */
    BACKGROUND
}
