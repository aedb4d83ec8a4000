package dev.meishi.memory;

import java.util.Locale;

/** A part of the gateway that holds memory, in amounts that clients or LINE WORKS decide. */
public enum Account {
    /** Cached pages of lists. */
    PAGES("meishi.page-cache.memory", Kind.CACHE),
    /** Cached lists of tags and of members, organizations and groups. */
    LOOKUPS("meishi.lookup-cache.memory", Kind.CACHE),
    /** The JSON of cached contacts. */
    RENDITIONS("meishi.execution.json-cache", Kind.CACHE),
    /** Compiled operations. */
    PLANS("meishi.execution.plan-cache", Kind.CACHE),
    /** Parsed and validated documents. */
    DOCUMENTS("meishi.documents.cache", Kind.CACHE),
    /** Texts of documents that clients store. */
    AUTOMATIC_DOCUMENTS("meishi.documents.automatic.cache", Kind.CACHE),
    /** What clients send: bodies and WebSocket messages from their first byte until the operation is over. */
    BODIES("meishi.memory.bodies", 8 * 1024),
    /** Answers from the first byte written until the last is taken. */
    ANSWERS("meishi.memory.answers", 16 * 1024),
    /** Answers of LINE WORKS while they are received. */
    UPSTREAM("meishi.memory.upstream", Kind.RESERVED),
    /** Pieces of exports that are not yet taken. */
    EXPORTS("meishi.memory.exports", Kind.RESERVED);

    private final String setting;
    private final Kind kind;
    private final int small;

    /** How the account is updated. */
    private enum Kind {
        /** A cache, by what it weighs. */
        CACHE,
        /** Its {@link Budget}, by what is reserved. */
        RESERVED
    }

    Account(String setting, Kind kind) {
        this(setting, kind, 0);
    }

    /** With something set aside for small reservations. */
    Account(String setting, int small) {
        this(setting, Kind.RESERVED, small);
    }

    Account(String setting, Kind kind, int small) {
        this.setting = setting;
        this.kind = kind;
        this.small = small;
    }

    /**
     * Where its size is set.
     *
     * @return a key of the configuration
     */
    public String setting() {
        return setting;
    }

    /**
     * What it is called in metrics.
     *
     * @return in lower case, words joined by underscores
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isReserved() {
        return kind == Kind.RESERVED;
    }

    /** The maximum of a reservation from the part for small ones, in bytes; 0 if there is no such part. */
    int small() {
        return small;
    }
}
