package dev.meishi.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.lineworks.probe.Expected;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The shape of a body: paths of names, and {@link Facts} of what stands there. No value is part of it. A name is, if it is one
 * that the gateway reads, or looks like the name of a member: of letters, in objects of few members.
 */
final class Shape {

    /** In place of a name that may be data. */
    static final String OTHER = "(other)";

    private static final Pattern NAME = Pattern.compile("(i18n)?[A-Za-z]{1,40}|[a-z]{2}_[A-Z]{2}");

    private static final int MAX_NAMES = 40;

    private static final int MAX_DEPTH = 12;

    private static final int MAX_PATHS = 500;

    private final Expected expected;
    private final Map<String, Facts> places = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    private Shape(Expected expected) {
        this.expected = expected;
    }

    /** Of one body. */
    static Shape of(JsonNode body, Expected expected) {
        Shape shape = new Shape(expected);
        shape.walk("", body, 0);
        return shape;
    }

    /** By path, in the order in which they are found; that of the body itself is empty. */
    Map<String, Facts> places() {
        return Collections.unmodifiableMap(places);
    }

    private void walk(String path, JsonNode value, int depth) {
        if (depth > MAX_DEPTH || (places.size() >= MAX_PATHS && !places.containsKey(path))) {
            return;
        }
        places.computeIfAbsent(path, key -> new Facts()).add(value, expected.at(path));
        if (value.isArray()) {
            value.forEach(element -> walk(path + "[]", element, depth + 1));
        } else if (value.isObject()) {
            value.properties().forEach(member -> {
                String name = name(path, member.getKey());
                walk(path.isEmpty() ? name : path + '.' + name, member.getValue(), depth + 1);
            });
        }
    }

    private String name(String path, String name) {
        if (expected.membersOf(path).contains(name)) {
            return name;
        }
        if (expected.hasNamesOfData(path)) {
            return "*";
        }
        if (!NAME.matcher(name).matches()) {
            return OTHER;
        }
        Set<String> known = names.computeIfAbsent(path, key -> new HashSet<>());
        return known.contains(name) || (known.size() < MAX_NAMES && known.add(name)) ? name : OTHER;
    }
}
