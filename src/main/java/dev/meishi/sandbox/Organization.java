package dev.meishi.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a contact works. */
record Organization(
        String name, @Nullable String department, @Nullable String title) {

    /** None to two of them. */
    static List<Organization> drawn(Dice dice, Culture culture) {
        int count = dice.chance(0.1) ? 0 : dice.chance(0.1) ? 2 : 1;
        List<Organization> organizations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            organizations.add(new Organization(
                    dice.pick(culture.companies()).replace("%s", dice.pick(culture.words())),
                    dice.chance(0.8) ? dice.pick(culture.departments()) : null,
                    dice.chance(0.8) ? dice.pick(culture.titles()) : null));
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
