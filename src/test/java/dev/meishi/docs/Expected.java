package dev.meishi.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/**
 * Whether an answer is the one that a page shows. The page may write {@code "…"} for a value that is another one each
 * time, and for the rest of a list.
 */
final class Expected {

    private static final String ANY = "…";

    private Expected() {}

    /**
     * The first difference.
     *
     * @return where it is and what it is; empty for none
     */
    static String difference(JsonNode shown, JsonNode answer) {
        return difference(shown, answer, "");
    }

    private static String difference(JsonNode shown, JsonNode answer, String path) {
        if (answer.isMissingNode()) {
            return path + " is missing";
        }
        if (isAny(shown)) {
            return "";
        }
        if (shown.isObject() && answer.isObject()) {
            return ofObjects(shown, answer, path);
        }
        if (shown.isArray() && answer.isArray()) {
            return ofLists(shown, answer, path);
        }
        String instead = shown.isMissingNode() ? "on the page" : shown.toString();
        return shown.equals(answer) ? "" : path + " is " + answer + ", and not " + instead;
    }

    private static String ofObjects(JsonNode shown, JsonNode answer, String path) {
        TreeSet<String> names = new TreeSet<>();
        shown.fieldNames().forEachRemaining(names::add);
        answer.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String found = difference(shown.path(name), answer.path(name), path + "/" + name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static String ofLists(JsonNode shown, JsonNode answer, String path) {
        boolean isOpen = shown.size() > 1 && isAny(shown.get(shown.size() - 1));
        int compared = isOpen ? shown.size() - 1 : shown.size();
        if (isOpen ? answer.size() < compared : answer.size() != compared) {
            return path + " has " + answer.size() + " values, and not " + compared;
        }
        for (int i = 0; i < compared; i++) {
            String found = difference(shown.get(i), answer.get(i), path + "/" + i);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static boolean isAny(JsonNode shown) {
        return shown.isTextual() && shown.textValue().equals(ANY);
    }
}
