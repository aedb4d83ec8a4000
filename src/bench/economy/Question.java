package economy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question for contacts.
 *
 * @param arguments of the field {@code contacts} that are given
 * @param wants what is asked of the connection besides {@code pageInfo}
 * @param anew whether what the gateway keeps is to be left alone
 */
record Question(Map<String, Object> arguments, String wants, boolean anew) {

    static final String IDS = "nodes { resourceId }";
    static final String CURSORS = "edges { cursor node { resourceId } }";

    private static final Map<String, String> TYPES = Map.of(
            "first", "Int",
            "after", "String",
            "last", "Int",
            "before", "String",
            "filter", "ContactFilter",
            "orderBy", "ContactOrder");

    static Question of(Order order) {
        return new Question(Map.of(), IDS, false).with("orderBy", order.argument());
    }

    Question with(String argument, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(argument, value);
        return new Question(more, wants, anew);
    }

    Question filter(Map<String, Object> filter) {
        return filter.isEmpty() ? this : with("filter", filter);
    }

    /** The page after a cursor, the first one where there is none. */
    Question first(int count, @Nullable String after) {
        return after == null ? with("first", count) : with("first", count).with("after", after);
    }

    /** The page before a cursor, the last one where there is none. */
    Question last(int count, @Nullable String before) {
        return before == null ? with("last", count) : with("last", count).with("before", before);
    }

    Question wanting(String selection) {
        return new Question(arguments, selection, anew);
    }

    Question anewOnly() {
        return new Question(arguments, wants, true);
    }

    /** The request's body. */
    String body() {
        String declared = arguments.keySet().stream()
                .map(name -> "$" + name + ": " + TYPES.get(name))
                .collect(Collectors.joining(", ", "(", ")"));
        String used = arguments.keySet().stream()
                .map(name -> name + ": $" + name)
                .collect(Collectors.joining(", ", "(", ")"));
        String document = "query Bench" + declared + " { contacts" + used + " { " + wants
                + " pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } }";
        return Json.write(Map.of("query", document, "variables", arguments, "extensions", Map.of("plan", true)));
    }
}
