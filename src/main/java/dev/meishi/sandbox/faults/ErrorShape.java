package dev.meishi.sandbox.faults;

/** The four error bodies of the LINE WORKS family, one of which injected errors have. */
public enum ErrorShape {
    /** API 1.0 gateway: credentials and routing. */
    GATEWAY,
    /** API 1.0 contact service. */
    SERVICE,
    /** API 1.0 operations of the first generation. */
    V1,
    /** API 2.0. */
    V2
}
