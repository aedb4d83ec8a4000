package economy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An order of contacts. */
record Order(Field field, boolean descending) {

    /** What contacts are sorted by. */
    enum Field {
        CREATION_TIME,
        MODIFICATION_TIME,
        NAME
    }

    static final Order DEFAULT = new Order(Field.CREATION_TIME, false);

    static List<Order> all() {
        return Stream.of(Field.values())
                .flatMap(field -> Stream.of(new Order(field, false), new Order(field, true)))
                .toList();
    }

    String direction() {
        return descending ? "DESC" : "ASC";
    }

    /** The argument {@code orderBy}. */
    Map<String, Object> argument() {
        return Map.of("field", field.name(), "direction", direction());
    }

    @Override
    public String toString() {
        return field + " " + direction();
    }
}
