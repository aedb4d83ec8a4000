package dev.meishi.sandbox.data;

/** What the shared contacts are at the start. */
public enum Contents {
    /** The vendor's two samples, then contacts that follow from the seed. */
    SEEDED,
    /** No contact at all. */
    NONE,
    /** Contacts without a name. */
    NAMELESS,
    /** Contacts with null or nothing for what they might have. */
    NULLS,
    /** Contacts with types that nobody knows. */
    UNKNOWN_TYPES;

    /** Of contacts that are made to be looked at one by one. */
    private static final int ENOUGH = 100;

    /** How many contacts there are, of those that are wished for. */
    int total(int wished) {
        return switch (this) {
            case SEEDED -> wished;
            case NONE -> 0;
            case NAMELESS, NULLS, UNKNOWN_TYPES -> Math.min(wished, ENOUGH);
        };
    }
}
