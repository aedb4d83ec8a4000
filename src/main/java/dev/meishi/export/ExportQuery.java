package dev.meishi.export;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported.
 *
 * @param filter value of a {@code ContactFilter}
 * @param after checkpoint to go on from; null to begin at the start
 */
record ExportQuery(Map<String, Object> filter, @Nullable String after) {

    private static final Set<String> TEXTS = Set.of("domainId", "keyword", "tagResourceId", "accessibleTo");
    private static final Set<String> FLAGS = Set.of("open", "externalOnly");

    /** The parameters of a span's two ends, by the span's name in the filter. */
    private static final Map<String, String> SPANS = Map.of(
            "createdFrom",
            "createdBetween",
            "createdTo",
            "createdBetween",
            "modifiedFrom",
            "modifiedBetween",
            "modifiedTo",
            "modifiedBetween");

    private static final String ALLOWED =
            "after, domainId, keyword, tagResourceId, open, externalOnly, accessibleTo, createdFrom, createdTo, modifiedFrom and modifiedTo";

    /**
     * Reads the parameters of a URL. What is in a filter's values is for the schema to judge.
     *
     * @param parameters decoded
     * @return the query
     * @throws Failure {@code BAD_REQUEST} for a parameter that is not known, {@code INVALID_ARGUMENT} for a flag that is
     *     neither true nor false
     */
    static ExportQuery from(Map<String, Object> parameters) {
        Map<String, Object> filter = new LinkedHashMap<>();
        Map<String, Map<String, Object>> spans = new LinkedHashMap<>();
        String after = null;
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String value = String.valueOf(parameter.getValue());
            String span = SPANS.get(name);
            if (name.equals("after")) {
                after = value;
            } else if (TEXTS.contains(name)) {
                filter.put(name, value);
            } else if (FLAGS.contains(name)) {
                filter.put(name, flag(name, value));
            } else if (span != null) {
                spans.computeIfAbsent(span, any -> new LinkedHashMap<>())
                        .put(name.endsWith("From") ? "from" : "to", value);
            } else {
                throw new Failure(
                        ErrorCode.BAD_REQUEST, "The parameter '" + name + "' is not known; there are " + ALLOWED + ".");
            }
        }
        filter.putAll(spans);
        return new ExportQuery(filter, after);
    }

    private static boolean flag(String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new Failure(ErrorCode.INVALID_ARGUMENT, name + " must be true or false, found '" + value + "'.");
    }
}
