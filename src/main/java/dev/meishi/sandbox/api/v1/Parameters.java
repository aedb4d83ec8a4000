package dev.meishi.sandbox.api.v1;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Reads the parameters of a request; a blank one counts as absent, an unreadable one refuses the request. */
public final class Parameters {

    private final MultiMap values;

    /** The parameters of a query or a form. */
    public Parameters(MultiMap values) {
        this.values = values;
    }

    /** A variable part of the path the call was routed by. */
    public static String inPath(RoutingContext call, String name) {
        return Objects.requireNonNullElse(call.pathParam(name), "");
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** A whole number within bounds, both included. */
    int number(String name, int byDefault, int low, int high) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, with the same words.
        }
        throw Refusals.invalidParameter("%s must be a whole number from %d to %d".formatted(name, low, high));
    }

    /** True or false, if it is there. */
    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusals.invalidParameter(name + " must be true or false");
        });
    }

    /** An ISO 8601 time with an offset, cut to the second. */
    Optional<Long> epochSecond(String name) {
        try {
            return text(name).map(text -> OffsetDateTime.parse(text).toEpochSecond());
        } catch (DateTimeParseException notATime) {
            throw Refusals.invalidParameter(name + " must be in the format YYYY-MM-DDThh:mm:ssTZD");
        }
    }

    <E extends Enum<E>> E oneOf(String name, E byDefault) {
        E[] allowed = byDefault.getDeclaringClass().getEnumConstants();
        return text(name)
                .map(text -> Arrays.stream(allowed)
                        .filter(value -> value.name().equals(text))
                        .findAny()
                        .orElseThrow(
                                () -> Refusals.invalidParameter(name + " must be one of " + Arrays.toString(allowed))))
                .orElse(byDefault);
    }
}
