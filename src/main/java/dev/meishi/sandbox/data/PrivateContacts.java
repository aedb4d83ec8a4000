package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The members' private contacts: for each member a list of its own length that always reads the same. */
public final class PrivateContacts {

    private static final Map<String, Integer> FIXED_LENGTHS =
            Map.of("account1@example.com", 25, "account2@example.com", 1_200, "account3@example.com", 0);
    /** Ids have 15 digits, so they fit no 32-bit number; a member's start at the next million. */
    private static final long FIRST_NO = 100_000_000_000_001L;

    private static final long FIRST_WORKS_AT_NO = 901_000_000_011_000L;

    private final Seed seed;

    PrivateContacts(Seed seed) {
        this.seed = seed;
    }

    /** How many private contacts a member has. */
    public int length(String member) {
        Integer fixed = FIXED_LENGTHS.get(member);
        return fixed != null
                ? fixed
                : seed.random("private", Directory.MEMBERS.indexOf(member), 0).between(0, 1_200);
    }

    /** A slice of a member's list; empty past its end. */
    public JsonArray slice(String member, long offset, int limit) {
        long end = Math.min(offset + limit, length(member));
        JsonArray contacts = new JsonArray();
        for (long place = offset; place < end; place++) {
            contacts.add(contact(Directory.MEMBERS.indexOf(member), (int) place));
        }
        return contacts;
    }

    /** Values nothing is known of are empty strings, as on the vendor's page. */
    private JsonObject contact(int member, int place) {
        long number = member * 1_000_000L + place;
        SeededRandom random = seed.random("privateContact", number, 0);
        Culture culture = Culture.MIX.get(place % Culture.MIX.size());
        boolean external = place % 8 == 7;
        JsonObject contact = new JsonObject()
                .put("contactNo", FIRST_NO + number)
                .put(
                        "name",
                        random.pick(culture.lastNames()).written() + " "
                                + random.pick(culture.firstNames()).written())
                .put("tel", known(random, 0.8, random.pick(culture.dialling()) + "-" + random.digits(7)))
                .put("email", known(random, 0.7, "private" + number + "@example.com"))
                .put(
                        "organization",
                        known(
                                random,
                                0.8,
                                random.pick(culture.companies()).replace("%s", random.pick(culture.words()))))
                .put("department", known(random, 0.5, random.pick(culture.departments())))
                .put("jobTitle", known(random, 0.5, random.pick(culture.titles())))
                .put("photoUrl", known(random, 0.2, "https://photo.example.com/" + number + ".jpg"))
                .put("importantContactYn", random.chance(0.1) ? "Y" : "N");
        if (external) {
            contact.put(
                    "worksAt",
                    new JsonObject()
                            .put("serviceType", place % 16 == 7 ? "line" : "worksat")
                            .put("worksAtContactNo", FIRST_WORKS_AT_NO + number));
        }
        return contact;
    }

    private static String known(SeededRandom random, double probability, String value) {
        return random.chance(probability) ? value : "";
    }
}
