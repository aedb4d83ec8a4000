package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.CustomProperty;
import dev.meishi.sandbox.data.People;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the custom properties of contacts; what is known of the form of a value is its type alone. */
final class PropertyBody {

    private final People people;
    private final BodyReadings.PropertyValues form;

    PropertyBody(People people, BodyReadings.PropertyValues form) {
        this.people = people;
        this.form = form;
    }

    /** The values by name of the property; those that were given by hand are the member {@code customProperties}. */
    @Nullable
    Object of(ContactEntry entry) {
        JsonObject byHand = entry.verbatim();
        boolean isWhole = entry.revision() == 0;
        if (byHand != null && (isWhole || byHand.containsKey("customProperties"))) {
            return byHand.getValue("customProperties", new JsonObject());
        }
        JsonObject body = new JsonObject();
        people.values(entry).forEach((property, values) -> body.put(property.name(), values(property, values)));
        return body;
    }

    private Object values(CustomProperty property, List<String> values) {
        JsonArray list = new JsonArray();
        for (int i = 0; i < values.size(); i++) {
            list.add(value(property, values.get(i), i == 0));
        }
        return form == BodyReadings.PropertyValues.PLAIN && !property.multiValued() ? list.getValue(0) : list;
    }

    private Object value(CustomProperty property, String value, boolean primary) {
        JsonObject object = new JsonObject();
        if (property.link()) {
            object.putNull("text").put("link", value);
        } else if (form != BodyReadings.PropertyValues.OBJECTS) {
            return value;
        } else {
            object.put("value", value);
        }
        return form == BodyReadings.PropertyValues.OBJECTS ? object.put("primary", primary) : object;
    }
}
