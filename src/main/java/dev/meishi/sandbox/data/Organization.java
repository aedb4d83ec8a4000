package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a contact works. */
record Organization(
        String name, @Nullable String department, @Nullable String title) {

    /** None to two of them. */
    static List<Organization> drawn(SeededRandom random, Culture culture) {
        int count = random.chance(0.1) ? 0 : random.chance(0.1) ? 2 : 1;
        List<Organization> organizations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            organizations.add(new Organization(
                    random.pick(culture.companies()).replace("%s", random.pick(culture.words())),
                    random.chance(0.8) ? random.pick(culture.departments()) : null,
                    random.chance(0.8) ? random.pick(culture.titles()) : null));
        }
        return organizations;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject().put("name", name);
        if (department != null) {
            json.put("department", department);
        }
        if (title != null) {
            json.put("title", title);
        }
        return json;
    }
}
