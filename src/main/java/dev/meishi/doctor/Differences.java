package dev.meishi.doctor;

import dev.meishi.lineworks.probe.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a body differs from what the gateway reads.
 *
 * @param unknown paths of members that are not read
 * @param missing paths of members that are read and were not sent
 * @param otherTypes paths with a type that is not read
 */
record Differences(List<String> unknown, List<String> missing, List<String> otherTypes) {

    static Differences between(Shape shape, Expected expected) {
        List<String> unknown = new ArrayList<>();
        List<String> otherTypes = new ArrayList<>();
        Map<String, Facts> places = shape.places();
        for (Map.Entry<String, Facts> place : places.entrySet()) {
            String path = place.getKey();
            Expected.Place read = expected.at(path);
            if (read == null
                    && isMember(path)
                    && !expected.membersOf(parent(path)).isEmpty()) {
                unknown.add(path);
            }
            if (read != null) {
                place.getValue().types().keySet().stream()
                        .filter(type -> !type.equals(Facts.EMPTY) && !read.allows(type))
                        .forEach(type ->
                                otherTypes.add(path + ": " + type + ", not " + String.join(" or ", read.types())));
            }
        }
        List<String> missing = expected.wanted().stream()
                .filter(names -> hasObject(places.get(parent(names.get(0)))))
                .filter(names -> names.stream().noneMatch(places::containsKey))
                .map(names -> String.join(" or ", names))
                .toList();
        return new Differences(List.copyOf(unknown), missing, List.copyOf(otherTypes));
    }

    private static boolean hasObject(@Nullable Facts facts) {
        return facts != null && facts.types().containsKey("object");
    }

    private static boolean isMember(String path) {
        return !path.isEmpty() && !path.endsWith("[]");
    }

    private static String parent(String path) {
        int end = path.lastIndexOf('.');
        return end < 0 ? "" : path.substring(0, end);
    }
}
