package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The addresses and numbers of contacts that were asked for; at most one entry for each contact of the store. */
final class Reaches {

    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    private record Known(ContactEntry entry, Reach reach) {}

    Reach of(ContactEntry entry, Function<ContactEntry, JsonObject> contact) {
        Known found = known.get(entry.index());
        if (found == null || !found.entry().equals(entry)) {
            found = new Known(entry, Reach.of(contact.apply(entry)));
            known.put(entry.index(), found);
        }
        return found.reach();
    }

    void forget(ContactEntry entry) {
        known.remove(entry.index());
    }

    void clear() {
        known.clear();
    }
}
