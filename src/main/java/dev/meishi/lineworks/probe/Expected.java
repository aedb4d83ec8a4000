package dev.meishi.lineworks.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway reads of an answer. It is written in lines: a path, the JSON types that it may have beside null, and
 * {@code enum} where its texts are from a list of the vendor's, or {@code time}. The last part of a path may have several
 * names, of which any is read; {@code *} stands for every name where names are data, and {@code []} for every element.
 */
public final class Expected {

    /** Of operations of whose answers nothing is read. */
    public static final Expected NOTHING = of("");

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final List<List<String>> wanted = new ArrayList<>();

    /**
     * What may stand at a path.
     *
     * @param types of JSON: object, array, string, number, boolean, any
     * @param isEnum whether its texts are a list of the vendor's, and nobody's data
     * @param isTime whether its texts are moments
     */
    public record Place(Set<String> types, boolean isEnum, boolean isTime) {

        /**
         * Whether a type is read there.
         *
         * @param type of JSON
         * @return true for null as well
         */
        public boolean allows(String type) {
            return type.equals("null") || types.contains("any") || types.contains(type);
        }
    }

    private Expected() {}

    /**
     * Reads the lines.
     *
     * @param lines of path, types and kind
     * @return what they say
     */
    public static Expected of(String lines) {
        Expected expected = new Expected();
        lines.lines().filter(line -> !line.isBlank()).forEach(expected::add);
        return expected;
    }

    private void add(String line) {
        List<String> words = List.of(line.strip().split(" +", -1));
        String path = words.get(0);
        int end = path.lastIndexOf('.');
        String parent = end < 0 ? "" : path.substring(0, end);
        Set<String> types = new TreeSet<>(List.of(words.get(1).split(",", -1)));
        Place place = new Place(types, words.contains("enum"), words.contains("time"));
        List<String> names = new ArrayList<>();
        for (String name : path.substring(end + 1).split("\\|", -1)) {
            String member = name.replace("[]", "");
            String full = parent.isEmpty() ? name : parent + '.' + name;
            places.put(full, place);
            if (!name.endsWith("[]")) {
                members.computeIfAbsent(parent, key -> new TreeSet<>()).add(member);
                names.add(full);
            }
        }
        if (!names.isEmpty() && !path.endsWith("*") && !words.contains("optional")) {
            wanted.add(names);
        }
    }

    /**
     * What is read at a path.
     *
     * @param path of names, {@code []} and {@code *}
     * @return null if nothing is
     */
    public @Nullable Place at(String path) {
        return places.get(path);
    }

    /**
     * Whether the names of an object's members are data.
     *
     * @param path of the object
     * @return true if a star stands for them
     */
    public boolean hasNamesOfData(String path) {
        return membersOf(path).contains("*");
    }

    /**
     * The members that are read of an object.
     *
     * @param path of the object
     * @return their names; empty if nothing is read of it
     */
    public Set<String> membersOf(String path) {
        return members.getOrDefault(path, Set.of());
    }

    /**
     * The members that are usually sent.
     *
     * @return for each the paths that it may have
     */
    public List<List<String>> wanted() {
        return List.copyOf(wanted);
    }
}
