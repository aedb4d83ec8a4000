package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The eight parts of a contact's name; at least one of the first two is there. */
record PersonName(
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String phoneticLastName,
        @Nullable String phoneticFirstName,
        @Nullable String nickName,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String middleName) {

    private static final List<String> NICKS =
            List.of("Bella", "たっくん", "さっちゃん", "🐼パンダ", "곰돌이", "小龙", "J.J.", "\"Ace\"", "ボス");
    private static final List<String> PREFIXES = List.of("Dr.", "Prof.", "Mr.", "Ms.", "社長");
    private static final List<String> SUFFIXES = List.of("Jr.", "III", "Ph.D.", "様", "先生");

    /** Every 37th name has all eight parts; one in a hundred has a family name or a given name only. */
    static PersonName drawn(SeededRandom random, Culture culture, long index) {
        boolean full = index % 37 == 11;
        Culture.Spelling last = random.pick(culture.lastNames());
        Culture.Spelling first = random.pick(culture.firstNames());
        boolean read = full || (culture.isJapanese() && random.chance(0.85));
        boolean withoutLast = !full && index % 200 == 50;
        boolean withoutFirst = !full && index % 200 == 150;
        return new PersonName(
                withoutLast ? null : last.written(),
                withoutFirst ? null : first.written(),
                read && !withoutLast ? reading(last) : null,
                read && !withoutFirst ? reading(first) : null,
                full || random.chance(0.2) ? random.pick(NICKS) : null,
                full || random.chance(0.05) ? random.pick(PREFIXES) : null,
                full || random.chance(0.05) ? random.pick(SUFFIXES) : null,
                full || random.chance(0.05) ? random.pick(culture.firstNames()).written() : null);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        put(json, "lastName", lastName);
        put(json, "firstName", firstName);
        put(json, "phoneticLastName", phoneticLastName);
        put(json, "phoneticFirstName", phoneticFirstName);
        put(json, "nickName", nickName);
        put(json, "prefix", prefix);
        put(json, "suffix", suffix);
        put(json, "middleName", middleName);
        return json;
    }

    /** The inverse of {@link #toJson()}; whatever is not a string counts as absent. */
    static PersonName from(JsonObject json) {
        return new PersonName(
                text(json, "lastName"),
                text(json, "firstName"),
                text(json, "phoneticLastName"),
                text(json, "phoneticFirstName"),
                text(json, "nickName"),
                text(json, "prefix"),
                text(json, "suffix"),
                text(json, "middleName"));
    }

    private static String reading(Culture.Spelling name) {
        return name.read().isEmpty() ? name.written() : name.read();
    }

    private static void put(JsonObject json, String part, @Nullable String value) {
        if (value != null) {
            json.put(part, value);
        }
    }

    private static @Nullable String text(JsonObject json, String part) {
        return json.getValue(part) instanceof String value ? value : null;
    }
}
