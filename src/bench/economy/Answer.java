package economy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered.
 *
 * @param age the header of this name; null if there was none
 * @param millis from the request to the last byte
 */
record Answer(int status, @Nullable String age, @Nullable Object body, double millis) {

    /**
     * A page of contacts.
     *
     * @param cursors empty unless asked for
     * @param start cursor of the first contact, null if there is none
     * @param end cursor of the last one, null if there is none
     * @param total null unless asked for
     * @param precision of the total, null unless asked for
     */
    record Page(
            List<String> ids,
            List<String> cursors,
            boolean hasPrevious,
            boolean hasNext,
            @Nullable String start,
            @Nullable String end,
            @Nullable Long total,
            @Nullable String precision) {}

    /** An answer with errors where none was expected. */
    static final class Coded extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String code;

        Coded(String code, String message) {
            super(code + ": " + message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The code of the first error, null if there is none, {@code none} if it has none. */
    @Nullable
    String code() {
        if (Json.list(body, "errors").isEmpty()) {
            return null;
        }
        String code = Json.text(body, "errors", 0, "extensions", "code");
        return code == null ? "none" : code;
    }

    String message() {
        return Json.string(body, "errors", 0, "message");
    }

    boolean isStale() {
        return Json.flag(body, "extensions", "cache", "stale");
    }

    @Nullable
    Object plan() {
        return Json.at(body, "extensions", "plan");
    }

    /** The one page asked for; throws {@link Coded} if there are errors. */
    Page page() {
        String code = code();
        if (code != null) {
            throw new Coded(code, message());
        }
        Object connection = Json.at(body, "data", "contacts");
        Object info = Json.at(connection, "pageInfo");
        List<Object> edges = Json.list(connection, "edges");
        List<String> ids = edges.isEmpty()
                ? Json.list(connection, "nodes").stream()
                        .map(node -> Json.string(node, "resourceId"))
                        .toList()
                : edges.stream()
                        .map(edge -> Json.string(edge, "node", "resourceId"))
                        .toList();
        return new Page(
                ids,
                edges.stream().map(edge -> Json.string(edge, "cursor")).toList(),
                Json.flag(info, "hasPreviousPage"),
                Json.flag(info, "hasNextPage"),
                Json.text(info, "startCursor"),
                Json.text(info, "endCursor"),
                Json.number(connection, "totalCount"),
                Json.text(connection, "totalCountPrecision"));
    }
}
