package dev.meishi.sandbox;

import dev.meishi.sandbox.data.Contents;
import dev.meishi.sandbox.faults.Faults;
import dev.meishi.sandbox.faults.Operation;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A state of the simulated tenant that user interfaces are tried on, by name. */
enum Scenario {
    /** As the settings say. */
    DEFAULT("default", Contents.SEEDED, "the contacts of the seed"),
    /** Nothing to list. */
    EMPTY("empty", Contents.NONE, "no contact; tags and members are there"),
    /** Nothing to call a contact by. */
    NAMELESS(
            "nameless",
            Contents.NAMELESS,
            "contacts without a name, a quarter of them without company, e-mail address and phone too"),
    /** As little as there can be in a contact. */
    NULLS(
            "nulls",
            Contents.NULLS,
            "in turns: every member null, lists of objects with nulls, lists with null, empty lists"),
    /** Words that are not in the schema. */
    UNKNOWN_ENUMS("unknown-enums", Contents.UNKNOWN_TYPES, "contacts with types that the schema does not know"),
    /** One source is down. */
    TAGS_DOWN(
            "tags-down",
            Contents.SEEDED,
            "the contacts of the seed; every call for tags is answered with 503",
            "{\"errors\":{\"503\":1}}"),
    /** Time to see what a page shows while it loads. */
    SLOW("slow", Contents.SEEDED, "the contacts of the seed; every answer takes 2 seconds", "{\"latency\":\"PT2S\"}"),
    /** Nothing is to be had. */
    DOWN("down", Contents.SEEDED, "every call is answered with 503", "{\"errors\":{\"503\":1}}");

    private final String title;
    private final Contents contents;
    private final String description;
    private final String faults;

    Scenario(String title, Contents contents, String description) {
        this(title, contents, description, "{}");
    }

    Scenario(String title, Contents contents, String description, String faults) {
        this.title = title;
        this.contents = contents;
        this.description = description;
        this.faults = faults;
    }

    /**
     * A scenario by its name.
     *
     * @throws IllegalArgumentException if none has the name
     */
    static Scenario named(Object title) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.title.equals(title))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("scenario must be one of "
                        + Arrays.stream(values()).map(Scenario::title).collect(Collectors.joining(", "))
                        + ", found " + title));
    }

    /** Every scenario by name, with what it is. */
    static JsonObject all() {
        JsonObject all = new JsonObject();
        for (Scenario scenario : values()) {
            all.put(scenario.title, scenario.description);
        }
        return all;
    }

    String title() {
        return title;
    }

    Contents contents() {
        return contents;
    }

    /** The faults of the settings, with those of the scenario in their place. */
    Map<Operation, Faults> faults(Map<Operation, Faults> configured) {
        Map<Operation, Faults> all = new EnumMap<>(configured);
        failing().forEach(operation -> all.put(operation, Faults.from(new JsonObject(faults))));
        return all;
    }

    private Set<Operation> failing() {
        return switch (this) {
            case TAGS_DOWN -> EnumSet.of(Operation.LIST_TAGS, Operation.GET_TAG, Operation.LIST_MEMBER_TAGS);
            case SLOW, DOWN -> EnumSet.allOf(Operation.class);
            default -> EnumSet.noneOf(Operation.class);
        };
    }
}
