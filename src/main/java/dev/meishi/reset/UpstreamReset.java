package dev.meishi.reset;

/**
 * An event: LINE WORKS is no longer what it was, and what is known of it from earlier answers is to be forgotten. Only a
 * simulator can be like that.
 */
public enum UpstreamReset {
    /** Its contacts or tags are others: cached ones are wrong. */
    CONTENT,
    /** Its quota and its faults too: what was learnt of either no longer holds. */
    ALL
}
