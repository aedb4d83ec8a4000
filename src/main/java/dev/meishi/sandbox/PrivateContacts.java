package dev.meishi.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The members' private contacts: for each member a list of its own length that always reads the same. */
final class PrivateContacts {

    private static final Map<String, Integer> FIXED_LENGTHS =
            Map.of("account1@example.com", 25, "account2@example.com", 1_200, "account3@example.com", 0);
    /** Ids have 15 digits, so they fit no 32-bit number; a member's start at the next million. */
    private static final long FIRST_NO = 100_000_000_000_001L;

    private static final long FIRST_WORKS_AT_NO = 901_000_000_011_000L;

    private final Seed seed;

    PrivateContacts(Seed seed) {
        this.seed = seed;
    }

    int length(String member) {
        Integer fixed = FIXED_LENGTHS.get(member);
        return fixed != null
                ? fixed
                : seed.dice("private", Roster.MEMBERS.indexOf(member), 0).between(0, 1_200);
    }

    /** What {@code data} holds of a page; empty past the end. */
    JsonObject page(String member, int pageIndex, int pagePerLength) {
        int length = length(member);
        long offset = (pageIndex - 1L) * pagePerLength;
        JsonArray contacts = new JsonArray();
        for (long place = offset; place < Math.min(offset + pagePerLength, length); place++) {
            contacts.add(contact(Roster.MEMBERS.indexOf(member), (int) place));
        }
        return new JsonObject().put("totalLength", length).put("resultData", contacts);
    }

    /** Values nothing is known of are empty strings, as on the vendor's page. */
    private JsonObject contact(int member, int place) {
        long number = member * 1_000_000L + place;
        Dice dice = seed.dice("privateContact", number, 0);
        Culture culture = Culture.MIX.get(place % Culture.MIX.size());
        boolean external = place % 8 == 7;
        JsonObject contact = new JsonObject()
                .put("contactNo", FIRST_NO + number)
                .put(
                        "name",
                        dice.pick(culture.lastNames()).written() + " "
                                + dice.pick(culture.firstNames()).written())
                .put("tel", known(dice, 0.8, dice.pick(culture.dialling()) + "-" + dice.digits(7)))
                .put("email", known(dice, 0.7, "private" + number + "@example.com"))
                .put(
                        "organization",
                        known(dice, 0.8, dice.pick(culture.companies()).replace("%s", dice.pick(culture.words()))))
                .put("department", known(dice, 0.5, dice.pick(culture.departments())))
                .put("jobTitle", known(dice, 0.5, dice.pick(culture.titles())))
                .put("photoUrl", known(dice, 0.2, "https://photo.example.com/" + number + ".jpg"))
                .put("importantContactYn", dice.chance(0.1) ? "Y" : "N");
        if (external) {
            contact.put(
                    "worksAt",
                    new JsonObject()
                            .put("serviceType", place % 16 == 7 ? "line" : "worksat")
                            .put("worksAtContactNo", FIRST_WORKS_AT_NO + number));
        }
        return contact;
    }

    private static String known(Dice dice, double probability, String value) {
        return dice.chance(probability) ? value : "";
    }
}
