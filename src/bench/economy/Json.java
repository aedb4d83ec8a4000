package economy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts, doubles, booleans and null; no more of it than this bench meets. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Reads one JSON text; throws {@link IllegalArgumentException} where it is none. */
    static @Nullable Object read(String text) {
        Json json = new Json(text);
        @Nullable Object value = json.value();
        json.blanks();
        if (json.at != text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    static String write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> write(entry.getKey()) + ":" + write(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Iterable<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(part -> parts.add(write(part)));
            return "[" + String.join(",", parts) + "]";
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    /** What lies at a path of names and list places; null where there is nothing. */
    static @Nullable Object at(@Nullable Object value, Object... path) {
        @Nullable Object found = value;
        for (Object step : path) {
            if (found instanceof Map<?, ?> map) {
                found = map.get(step);
            } else if (found instanceof List<?> list && step instanceof Integer place && place < list.size()) {
                found = list.get(place);
            } else {
                return null;
            }
        }
        return found;
    }

    /** A text; null where there is nothing. */
    static @Nullable String text(@Nullable Object value, Object... path) {
        @Nullable Object found = at(value, path);
        return found == null ? null : found.toString();
    }

    /** A text that has to be there. */
    static String string(@Nullable Object value, Object... path) {
        return Objects.requireNonNull(text(value, path), () -> List.of(path) + " is missing in " + value);
    }

    /** A whole number; null where there is none. */
    static @Nullable Long number(@Nullable Object value, Object... path) {
        return at(value, path) instanceof Double number ? number.longValue() : null;
    }

    static boolean flag(@Nullable Object value, Object... path) {
        return Boolean.TRUE.equals(at(value, path));
    }

    /** A list; empty where there is none. */
    static List<Object> list(@Nullable Object value, Object... path) {
        return at(value, path) instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    static List<String> texts(@Nullable Object value, Object... path) {
        return list(value, path).stream().map(Object::toString).toList();
    }

    private @Nullable Object value() {
        blanks();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        while (!ends('}', map.isEmpty())) {
            blanks();
            String name = string();
            blanks();
            expect(':');
            map.put(name, value());
        }
        return map;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        while (!ends(']', list.isEmpty())) {
            list.add(value());
        }
        return list;
    }

    /** Takes the closing bracket, or the comma before the next part. */
    private boolean ends(char bracket, boolean first) {
        blanks();
        if (text.charAt(at) == bracket) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            char next = text.charAt(at++);
            string.append(next == '\\' ? escaped() : next);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char escape = text.charAt(at++);
        if (escape == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int place = "bfnrt".indexOf(escape);
        return place < 0 ? escape : "\b\f\n\r\t".charAt(place);
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw wrong("a value");
        }
        return Double.valueOf(text.substring(from, at));
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return meaning;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char expected) {
        if (text.charAt(at) != expected) {
            throw wrong("'" + expected + "'");
        }
        at++;
    }

    private IllegalArgumentException wrong(String expected) {
        int end = Math.min(text.length(), at + 40);
        return new IllegalArgumentException(
                "Expected " + expected + " at " + at + ", found: " + text.substring(Math.min(at, end), end));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
