package dev.meishi.sandbox.faults;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object of optional settings and names what is allowed when one is wrong or unknown. */
public final class Switches {

    private final JsonObject json;
    private final Set<String> known = new LinkedHashSet<>();

    /** The settings of an object. */
    public Switches(JsonObject json) {
        this.json = json;
    }

    double rate(String name) {
        Object value = value(name);
        return value == null ? 0 : rate(name, value);
    }

    /** A number from 0 to {@code max}; 0 when absent. */
    public double number(String name, int max) {
        Object value = value(name);
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        throw wrong(name, "a number from 0 to " + max);
    }

    /** A whole number from 0 to {@code max}; 0 when absent. */
    public int wholeNumber(String name, int max) {
        double number = number(name, max);
        if (number != Math.rint(number)) {
            throw wrong(name, "a whole number from 0 to " + max);
        }
        return (int) number;
    }

    /** True or false; false when absent. */
    public boolean flag(String name) {
        Object value = value(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw wrong(name, "true or false");
    }

    /** Milliseconds or an ISO 8601 duration; zero when absent. */
    public Duration duration(String name, Duration max) {
        Object value = value(name);
        try {
            Duration duration = value == null
                    ? Duration.ZERO
                    : value instanceof Number number
                            ? Duration.ofMillis(number.longValue())
                            : Duration.parse(value.toString());
            if (!duration.isNegative() && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (DateTimeException notADuration) {
            // Refused below, with the same words.
        }
        throw wrong(name, "milliseconds or an ISO 8601 duration up to " + max);
    }

    /** The name of a constant. */
    public <E extends Enum<E>> E oneOf(String name, E byDefault) {
        Object value = value(name);
        E[] allowed = byDefault.getDeclaringClass().getEnumConstants();
        return value == null
                ? byDefault
                : Arrays.stream(allowed)
                        .filter(constant -> constant.name().equals(value))
                        .findAny()
                        .orElseThrow(() -> wrong(name, "one of " + Arrays.toString(allowed)));
    }

    /** A word in upper case, such as a code; empty when absent. */
    String word(String name) {
        Object value = value(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String word && word.matches("[A-Z_]{0,64}")) {
            return word;
        }
        throw wrong(name, "a word of up to 64 characters A to Z and _");
    }

    /** Rates by HTTP status, in ascending order; 200 is an error in a body of the first generation. */
    Map<Integer, Double> ratesByStatus(String name) {
        Object value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof JsonObject byStatus)) {
            throw wrong(name, "an object of rates by status");
        }
        Map<Integer, Double> rates = new TreeMap<>();
        byStatus.forEach(rate -> {
            if (!rate.getKey().matches("200|[45]\\d\\d")) {
                throw wrong(name, "an object of rates by status, 200 or 400 to 599");
            }
            rates.put(Integer.valueOf(rate.getKey()), rate(name, rate.getValue()));
        });
        return Collections.unmodifiableMap(rates);
    }

    /** Refuses settings that were never asked for. */
    public void refuseOthers() {
        for (String name : json.fieldNames()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "Unknown switch " + name + "; allowed are " + String.join(", ", known));
            }
        }
    }

    private @Nullable Object value(String name) {
        known.add(name);
        return json.getValue(name);
    }

    private static double rate(String name, @Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw wrong(name, "a rate from 0 to 1");
    }

    private static IllegalArgumentException wrong(String name, String allowed) {
        return new IllegalArgumentException(name + " must be " + allowed);
    }
}
