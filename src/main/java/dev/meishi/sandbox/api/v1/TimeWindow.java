package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.data.ContactEntry;
import java.util.Optional;

/**
 * A span of creation or modification times. Both ends belong to it, at whole seconds: the vendor's page does not say, so
 * this is the simulator's own reading.
 *
 * @param byModification compares the modification instead of the creation time
 * @param from epoch seconds
 * @param to epoch seconds
 */
record TimeWindow(boolean byModification, long from, long to) {

    /** The longest span the vendor allows. */
    private static final long SEVEN_DAYS = 7 * 24 * 3600L;

    /**
     * Reads {@code searchDateType}, {@code startDateTime} and {@code endDateTime}. An unknown type is read as
     * CREATION_TIME, as the vendor says; one bound alone means the seven days next to it, as API 2.0 says.
     *
     * @param limited whether a span of more than seven days is refused
     */
    static Optional<TimeWindow> from(Parameters parameters, boolean limited) {
        Optional<Long> start = parameters.epochSecond("startDateTime");
        Optional<Long> end = parameters.epochSecond("endDateTime");
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        long from = start.orElseGet(() -> end.orElseThrow() - SEVEN_DAYS);
        long to = end.orElseGet(() -> start.orElseThrow() + SEVEN_DAYS);
        if (from > to) {
            throw Refusals.invalidParameter("startDateTime must not be after endDateTime");
        }
        if (limited && to - from > SEVEN_DAYS) {
            throw Refusals.invalidParameter("startDateTime and endDateTime must not be more than 7 days apart");
        }
        String type = parameters.text("searchDateType").orElse("CREATION_TIME");
        return Optional.of(new TimeWindow(type.equals("MODIFICATION_TIME"), from, to));
    }

    boolean covers(ContactEntry entry) {
        long time = byModification ? entry.modified() : entry.created();
        return from <= time && time <= to;
    }
}
