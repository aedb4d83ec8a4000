package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.v2.ListReadings.AboveCap;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the parameters of a request; a blank one counts as absent, an unreadable one refuses the request. */
final class QueryParameters {

    private final MultiMap values;

    QueryParameters(MultiMap values) {
        this.values = values;
    }

    static QueryParameters of(RoutingContext call) {
        return new QueryParameters(call.queryParams());
    }

    /** A variable part of the path the call was routed by. */
    static String inPath(RoutingContext call, String name) {
        return Objects.requireNonNullElse(call.pathParam(name), "");
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    Optional<String> text(String name, int maxLength) {
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().length() > maxLength) {
            throw Refusals.invalidParameter("%s must have at most %d characters".formatted(name, maxLength));
        }
        return text;
    }

    /**
     * How many entries a page is to have.
     *
     * @return 0 for an empty page, where a reading answers a count above the cap with one
     */
    int count(int cap, AboveCap aboveCap) {
        Optional<String> text = text("count");
        if (text.isEmpty()) {
            return Math.min(100, cap);
        }
        try {
            int count = Integer.parseInt(text.get());
            if (count >= 1 && count <= cap) {
                return count;
            }
            if (aboveCap != AboveCap.REFUSED) {
                return aboveCap == AboveCap.EMPTY ? 0 : Math.max(1, Math.min(cap, count));
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, with the same words.
        }
        throw Refusals.invalidParameter("count must be a whole number from 1 to " + cap + ", found " + text.get());
    }

    /** An ISO 8601 time with an offset, cut to the second. */
    Optional<Long> epochSecond(String name) {
        try {
            return text(name).map(text -> OffsetDateTime.parse(text).toEpochSecond());
        } catch (DateTimeException notATime) {
            throw Refusals.invalidParameter(name + " must be in the format YYYY-MM-DDThh:mm:ssTZD");
        }
    }

    Optional<String> oneOf(String name, String... allowed) {
        Optional<String> text = text(name);
        if (text.isPresent() && !List.of(allowed).contains(text.get())) {
            throw Refusals.invalidParameter(name + " must be one of " + String.join(", ", allowed));
        }
        return text;
    }
}
