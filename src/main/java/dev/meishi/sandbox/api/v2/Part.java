package dev.meishi.sandbox.api.v2;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One object of a contact on its way from the words of API 1.0, in which the store has it, to those of 2.0. What a test has
 * put there that is of another type goes through as it is.
 */
final class Part {

    private final JsonObject from;
    private final JsonObject to = new JsonObject();

    private Part(JsonObject from) {
        this.from = from;
    }

    /** A list in other words; an absent one is empty. */
    static Object list(@Nullable Object list, UnaryOperator<Part> conversion) {
        if (list == null) {
            return new JsonArray();
        }
        if (!(list instanceof JsonArray array)) {
            return list;
        }
        JsonArray converted = new JsonArray();
        array.forEach(part ->
                converted.add(part instanceof JsonObject object ? conversion.apply(new Part(object)).to : part));
        return converted;
    }

    /** Null when absent. */
    Part rename(String name, String wanted) {
        to.put(wanted, from.getValue(name));
        return this;
    }

    Part keep(String name) {
        return rename(name, name);
    }

    /** Left out when absent, as what goes with one type only. */
    Part renameIfThere(String name, String wanted) {
        return from.containsKey(name) ? rename(name, wanted) : this;
    }

    /** The default among its kind. */
    Part primary() {
        Object represent = from.getValue("represent");
        to.put("primary", represent == null ? false : represent);
        return this;
    }

    Part put(String wanted, @Nullable Object value) {
        to.put(wanted, value);
        return this;
    }

    @Nullable
    Object value(String name) {
        return from.getValue(name);
    }

    JsonObject target() {
        return to;
    }
}
