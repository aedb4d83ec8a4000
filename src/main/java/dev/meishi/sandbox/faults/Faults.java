package dev.meishi.sandbox.faults;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/**
 * How an operation misbehaves. Rates go from 0, never, to 1, always.
 *
 * @param latency waited before every answer but a 429
 * @param errors rate by HTTP status; the lowest status gets its share first
 * @param errorShape the body of injected errors and of a 429
 * @param rateLimitPerMinute calls a fixed minute; 0 for no limit
 * @param hang rate of calls never answered
 * @param cut rate of answers whose connection closes half way through the body
 * @param malformed rate of answers with status 200 and half a JSON text
 * @param wrongContentType rate of answers declared as text/html
 * @param truncatedPage rate of lists with half their contacts and the {@code nextPage} of a full one
 * @param worksAtAsObject {@code worksAt} as the vendor's table has it instead of its example
 * @param repeatNextPage {@code nextPage} is the page just read, {@code nextCursor} the cursor just sent
 * @param errorCode the code of injected errors; empty for the one that goes with the status
 */
public record Faults(
        Duration latency,
        Map<Integer, Double> errors,
        ErrorShape errorShape,
        int rateLimitPerMinute,
        double hang,
        double cut,
        double malformed,
        double wrongContentType,
        double truncatedPage,
        boolean worksAtAsObject,
        boolean repeatNextPage,
        String errorCode) {

    /** Nothing is wrong. */
    public static final Faults NONE = from(new JsonObject());

    /** Reads the switches that are given; the others are off. */
    public static Faults from(JsonObject json) {
        Switches switches = new Switches(json);
        Faults faults = new Faults(
                switches.duration("latency", Duration.ofMinutes(10)),
                switches.ratesByStatus("errors"),
                switches.oneOf("errorShape", ErrorShape.SERVICE),
                switches.wholeNumber("rateLimitPerMinute", 1_000_000),
                switches.rate("hang"),
                switches.rate("cut"),
                switches.rate("malformed"),
                switches.rate("wrongContentType"),
                switches.rate("truncatedPage"),
                switches.flag("worksAtAsObject"),
                switches.flag("repeatNextPage"),
                switches.word("errorCode"));
        switches.refuseOthers();
        return faults;
    }

    /** All switches, in a form {@link #from} reads back. */
    public JsonObject toJson() {
        JsonObject rates = new JsonObject();
        errors.forEach((status, rate) -> rates.put(String.valueOf(status), rate));
        return new JsonObject()
                .put("latency", latency.toString())
                .put("errors", rates)
                .put("errorShape", errorShape.name())
                .put("rateLimitPerMinute", rateLimitPerMinute)
                .put("hang", hang)
                .put("cut", cut)
                .put("malformed", malformed)
                .put("wrongContentType", wrongContentType)
                .put("truncatedPage", truncatedPage)
                .put("worksAtAsObject", worksAtAsObject)
                .put("repeatNextPage", repeatNextPage)
                .put("errorCode", errorCode);
    }
}
