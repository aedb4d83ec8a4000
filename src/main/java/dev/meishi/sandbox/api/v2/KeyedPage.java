package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.data.SortKey;
import dev.meishi.sandbox.faults.Faults;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a short list that stands in the order of its keys.
 *
 * @param name of the list in the body
 * @param identity what a cursor is bound to
 * @param entries the whole list, in order
 * @param key unique, ascending along the list
 * @param body of one entry
 */
record KeyedPage<T>(
        String name, String identity, List<T> entries, Function<T, String> key, Function<T, JsonObject> body) {

    /**
     * The page that a request asks for.
     *
     * @param count 0 for an empty page
     */
    Answer answer(QueryParameters parameters, int count, Cursors cursors, CursorReadings readings, Faults faults) {
        Optional<Cursor> cursor = cursors.read(parameters, identity, readings, count);
        String after = cursor.map(found -> found.after().text()).orElse("");
        List<T> left = entries.stream()
                .filter(entry -> key.apply(entry).compareTo(after) > 0)
                .toList();
        List<T> page = left.subList(0, Math.min(count, left.size()));
        JsonArray bodies = new JsonArray();
        page.forEach(entry -> bodies.add(body.apply(entry)));
        Optional<String> next = Optional.empty();
        if (!page.isEmpty() && page.size() < left.size()) {
            SortKey last = new SortKey(key.apply(page.get(page.size() - 1)), 0, 0, "");
            next = faults.repeatNextPage() && cursor.isPresent()
                    ? parameters.text("cursor")
                    : Optional.of(cursors.write(identity, readings, count, 0, last));
        }
        return Answer.ok(new JsonObject().put(name, bodies).put("responseMetaData", Cursors.metaData(next, readings)));
    }
}
