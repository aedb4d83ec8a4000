package dev.meishi.lineworks.v2;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.json.ValueReader;
import dev.meishi.lineworks.http.TransportErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a list call.
 *
 * @param <T> kind of result
 * @param items the page; null if there is no list
 * @param next {@code responseMetaData.nextCursor}; null at the end, where it is missing, null or empty
 * @param hasMetaData whether {@code responseMetaData} is there
 */
record ListPayload<T>(@Nullable List<T> items, @Nullable String next, boolean hasMetaData) {

    private static final Members META_DATA = Members.of("nextCursor");

    /**
     * Reads one.
     *
     * @param list name of its list, and {@code responseMetaData}
     */
    static <T> @Nullable ListPayload<T> read(JsonReader json, Members list, ValueReader<T> item) {
        if (!json.isObject()) {
            return null;
        }
        List<T> items = null;
        String next = null;
        boolean hasMetaData = false;
        for (int at = json.member(list, Members.NONE); at != Members.NONE; at = json.member(list, at)) {
            switch (at) {
                case 0 -> items = json.list(item);
                case 1 -> {
                    hasMetaData = true;
                    next = nextCursor(json);
                }
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        return new ListPayload<>(items, next, hasMetaData);
    }

    private static @Nullable String nextCursor(JsonReader json) {
        Text cursor = null;
        if (json.isObject()) {
            for (int at = json.member(META_DATA, Members.NONE); at != Members.NONE; at = json.member(META_DATA, at)) {
                cursor = json.text();
            }
        }
        return cursor == null || cursor.isEmpty() ? null : cursor.toString();
    }

    /** The results; where both the list and what tells of the next page are missing, it is the answer to something else. */
    static <T> List<T> itemsOf(@Nullable ListPayload<T> body) {
        if (body == null || (body.items == null && !body.hasMetaData)) {
            throw TransportErrors.invalid("asked for a list it sent something else");
        }
        return body.items == null ? List.of() : body.items;
    }

    /**
     * The page that was asked for. A cursor that leads back to where it came from is the end.
     *
     * @param maxItems more than which no page may have, whatever was asked for
     */
    static <T> Page<T> page(@Nullable ListPayload<T> body, PageRequest asked, int maxItems) {
        List<T> items = itemsOf(body);
        if (items.size() > maxItems) {
            throw TransportErrors.invalid("a page of at most " + maxItems + " results has " + items.size());
        }
        String next = body == null || items.isEmpty() ? null : body.next;
        return Page.upTo(items, next == null || next.equals(asked.cursor()) ? null : next);
    }
}
