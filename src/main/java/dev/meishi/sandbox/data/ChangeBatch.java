package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The ids of the contacts one batch of changes touched. */
public record ChangeBatch(List<String> inserted, List<String> updated, List<String> deleted) {

    /** How many contacts a batch is to insert, update and delete. */
    public record Size(int inserts, int updates, int deletes) {

        boolean isEmpty() {
            return inserts == 0 && updates == 0 && deletes == 0;
        }
    }

    static ChangeBatch of(List<ContactEntry> inserted, List<ContactEntry> updated, List<ContactEntry> deleted) {
        return new ChangeBatch(ids(inserted), ids(updated), ids(deleted));
    }

    /** The three lists by name. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("inserted", new JsonArray(inserted))
                .put("updated", new JsonArray(updated))
                .put("deleted", new JsonArray(deleted));
    }

    private static List<String> ids(List<ContactEntry> entries) {
        return entries.stream().map(ContactEntry::resourceId).toList();
    }
}
