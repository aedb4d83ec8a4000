package dev.meishi.sandbox.data;

import java.time.Instant;

/**
 * The shared contacts that there are before anything is changed.
 *
 * @param contents which
 * @param total how many, the vendor's two samples included; the contents may have fewer
 * @param end the moment up to which they were created and changed; not before {@link #EARLIEST_END}
 */
public record StartData(Contents contents, int total, Instant end) {

    /** Contacts are spread up to this moment at least. */
    public static final Instant EARLIEST_END = Instant.parse("2025-12-26T09:00:00Z");

    StartData having(Contents others) {
        return new StartData(others, total, end);
    }
}
