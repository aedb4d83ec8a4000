package dev.meishi.export;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of an export, as the parameters of its URL have it.
 *
 * @param filter value of a {@code ContactFilter}
 * @param after checkpoint to go on from; null to begin at the start
 */
record ExportQuery(Map<String, Object> filter, @Nullable String after) {

    /** Characters of a value that a message repeats. */
    private static final int SHOWN = 80;

    private static final Set<String> TEXTS =
            Set.of("domainId", "keyword", "email", "phone", "tagResourceId", "accessibleTo");
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
            "after, domainId, keyword, email, phone, tagResourceId, open, externalOnly, accessibleTo, createdFrom, createdTo, modifiedFrom and modifiedTo";

    /** How the schema's messages name what this URL has parameters for. */
    private static final Pattern SCHEMA_WORDS = Pattern.compile(
            "(?:\\$?filter\\.)?\\b(created|modified)Between\\b(?:\\.(from|to)\\b)?|\\$?\\bfilter\\.(\\w+)|^filter\\b");

    /**
     * Reads the parameters of a URL.
     *
     * @param parameters decoded, by their names
     * @param dateTime the schema's scalar of times, which says what is one
     * @return the query
     * @throws Failure {@code BAD_REQUEST} for a parameter that is not known, {@code INVALID_ARGUMENT} for a flag that is
     *     neither true nor false, {@code BAD_USER_INPUT} for a time that is none
     */
    static ExportQuery from(Map<String, String> parameters, GraphQLScalarType dateTime) {
        Map<String, Object> filter = new LinkedHashMap<>();
        Map<String, Map<String, Object>> spans = new LinkedHashMap<>();
        String after = null;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String value = parameter.getValue();
            String span = SPANS.get(name);
            if (name.equals("after")) {
                after = value;
            } else if (TEXTS.contains(name)) {
                filter.put(name, value);
            } else if (FLAGS.contains(name)) {
                filter.put(name, flag(name, value));
            } else if (span != null) {
                requireTime(name, value, dateTime);
                spans.computeIfAbsent(span, any -> new LinkedHashMap<>())
                        .put(name.endsWith("From") ? "from" : "to", value);
            } else {
                throw new Failure(
                        ErrorCode.BAD_REQUEST,
                        "The parameter '" + shown(name) + "' is unknown. The parameters are " + ALLOWED + ".");
            }
        }
        filter.putAll(spans);
        return new ExportQuery(filter, after);
    }

    /**
     * An error in the words of this URL, which has no {@code filter}.
     *
     * @param error in the schema's words
     * @return the same, with the names of the URL's parameters
     */
    ExportError inItsWords(ExportError error) {
        String message =
                SCHEMA_WORDS.matcher(error.message()).replaceAll(match -> Matcher.quoteReplacement(parameter(match)));
        return new ExportError(error.code(), message, error.isRetryable(), error.retryAfter());
    }

    private static String parameter(MatchResult match) {
        if (match.group(1) == null) {
            return match.group(3) == null ? "The export" : match.group(3);
        }
        String end = match.group(2);
        return end == null
                ? match.group(1) + "From and " + match.group(1) + "To"
                : match.group(1) + (end.equals("from") ? "From" : "To");
    }

    private static void requireTime(String name, String value, GraphQLScalarType dateTime) {
        try {
            dateTime.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
        } catch (CoercingParseValueException none) {
            String hint = value.indexOf(' ') >= 0 ? " In a URL a plus sign means a blank: write %2B instead." : "";
            throw new Failure(
                    ErrorCode.BAD_USER_INPUT,
                    name
                            + " must be a time with an offset, such as 2020-04-05T10:30:04Z or 2020-04-05T19:30:04%2B09:00,"
                            + " found '" + shown(value) + "'." + hint);
        }
    }

    private static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    private static boolean flag(String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new Failure(ErrorCode.INVALID_ARGUMENT, name + " must be true or false, found '" + shown(value) + "'.");
    }
}
