package dev.meishi.sandbox.faults;

/** The error bodies of the LINE WORKS family, one of which injected errors have; API 2.0 has its own, or none. */
public enum ErrorShape {
    /** API 1.0 gateway: credentials and routing. */
    GATEWAY,
    /** API 1.0 contact service. */
    SERVICE,
    /** API 1.0 operations of the first generation. */
    V1,
    /** API 2.0. */
    V2,
    /** No body at all, which API 2.0 announces. */
    EMPTY
}
