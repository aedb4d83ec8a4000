package dev.meishi.sandbox.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A property of contacts that the tenant has defined.
 *
 * @param id given by LINE WORKS
 * @param name unique, the key in a contact
 * @param displayName as members see it
 * @param link whether a value is a link; a text if not
 * @param multiValued whether a contact may have several values
 */
public record CustomProperty(String id, String name, String displayName, boolean link, boolean multiValued) {

    static List<CustomProperty> all(Seed seed) {
        return List.of(
                new CustomProperty(seed.resourceId("property", 0), "externalId", "顧客番号", false, false),
                new CustomProperty(seed.resourceId("property", 1), "interests", "Interests", false, true),
                new CustomProperty(seed.resourceId("property", 2), "sns_pages", "링크", true, true));
    }

    /** The values of a contact by property, the first of each the representative one; a third of the contacts has none. */
    static Map<CustomProperty, List<String>> values(Seed seed, List<CustomProperty> properties, int index) {
        Map<CustomProperty, List<String>> values = new LinkedHashMap<>();
        SeededRandom random = seed.random("properties", index, 0);
        for (CustomProperty property : index % 3 == 2 ? List.<CustomProperty>of() : properties) {
            int count = property.multiValued() ? random.between(0, 3) : 1;
            if (count > 0) {
                values.put(property, values(property, count, index));
            }
        }
        return values;
    }

    private static List<String> values(CustomProperty property, int count, int index) {
        return IntStream.range(0, count)
                .mapToObj(place -> property.link()
                        ? "https://www.example.com/" + index + "/" + place
                        : property.multiValued() ? "topic " + (index + place) % 20 : "C-%06d".formatted(index))
                .toList();
    }
}
