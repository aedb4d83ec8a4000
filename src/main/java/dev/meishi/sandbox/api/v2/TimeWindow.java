package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.ContactEntry;
import java.util.Optional;

/**
 * A span of creation or modification times.
 *
 * @param byModification compares the modification instead of the creation time
 * @param from epoch seconds, the first that counts
 * @param to epoch seconds, the last that counts
 */
record TimeWindow(boolean byModification, long from, long to) {

    /** The longest span the vendor allows, and what one bound alone spans. */
    private static final long SEVEN_DAYS = 7 * 24 * 3600L;

    static Optional<TimeWindow> from(QueryParameters parameters, ListReadings readings) {
        Optional<String> type = parameters.oneOf("searchDateType", "CREATED_TIME", "MODIFIED_TIME");
        Optional<Long> start = parameters.epochSecond("startDateTime");
        Optional<Long> end = parameters.epochSecond("endDateTime");
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        if (type.isEmpty()) {
            throw Refusals.of(
                    400, "MISSING_PARAMETER", "searchDateType is required with startDateTime and endDateTime");
        }
        boolean forward = readings.endAlone() == ListReadings.EndAlone.FORWARD;
        if (start.isEmpty() && readings.endAlone() == ListReadings.EndAlone.REFUSED) {
            throw Refusals.of(400, "MISSING_PARAMETER", "startDateTime is required with endDateTime");
        }
        long from = start.orElseGet(() -> end.orElseThrow() - (forward ? 0 : SEVEN_DAYS));
        long to = end.filter(given -> start.isPresent() || !forward).orElse(from + SEVEN_DAYS);
        if (from > to) {
            throw Refusals.invalidParameter("startDateTime must not be after endDateTime");
        }
        if (to - from > SEVEN_DAYS) {
            throw Refusals.of(
                    400,
                    readings.wideWindow().name(),
                    "startDateTime and endDateTime must not be more than 7 days apart");
        }
        return Optional.of(new TimeWindow(
                type.get().equals("MODIFIED_TIME"),
                readings.bounds() == ListReadings.Bounds.EXCLUSIVE ? from + 1 : from,
                readings.bounds() == ListReadings.Bounds.INCLUSIVE ? to : to - 1));
    }

    boolean covers(ContactEntry entry) {
        long time = byModification ? entry.modified() : entry.created();
        return from <= time && time <= to;
    }
}
