package dev.meishi.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.lineworks.probe.Expected;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is told of all values at one path: how many, their types and lengths, and of lists of the vendor's the words. */
final class Facts {

    /** An empty text stands for nothing at LINE WORKS. */
    static final String EMPTY = "empty";

    private static final int MAX_WORDS = 20;

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d{1,9})?(Z|[+-]\\d\\d:?\\d\\d)?");

    private final Map<String, Integer> types = new TreeMap<>();
    private final Set<String> words = new TreeSet<>();
    private int count;
    private int shortest = Integer.MAX_VALUE;
    private int longest = -1;

    void add(JsonNode value, Expected.@Nullable Place place) {
        count++;
        types.merge(type(value), 1, Integer::sum);
        if (value.isTextual() || value.isArray()) {
            int length = value.isTextual() ? value.textValue().length() : value.size();
            shortest = Math.min(shortest, length);
            longest = Math.max(longest, length);
        }
        if (value.isTextual() && !value.textValue().isEmpty() && place != null && words.size() < MAX_WORDS) {
            word(value.textValue(), place);
        }
    }

    private void word(String text, Expected.Place place) {
        if (place.isEnum()) {
            words.add(WORD.matcher(text).matches() ? text : "(other text)");
        } else if (place.isTime()) {
            words.add(TIME.matcher(text).matches() ? text.replaceAll("\\d", "0") : "(no time)");
        }
    }

    private static String type(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty()
                ? EMPTY
                : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** How many values there are. */
    int count() {
        return count;
    }

    /** How many there are of each type. */
    Map<String, Integer> types() {
        return types;
    }

    /** Words of lists of the vendor's, and forms of moments with zeros for digits. */
    Set<String> words() {
        return words;
    }

    /** Of texts in characters, of arrays in elements; null if there are none. */
    @Nullable
    String lengths() {
        return longest < 0 ? null : shortest == longest ? String.valueOf(longest) : shortest + ".." + longest;
    }
}
