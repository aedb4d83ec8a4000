package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The ways to reach one contact, and what is noted about them. Types take turns by the contact's index, so that each
 * occurs in any few dozen contacts.
 */
final class CardDetails {

    private static final List<String> PHONE_TYPES =
            List.of("MOBILE", "WORK", "CUSTOM", "HOME", "WORK_FAX", "OTHER", "HOME_FAX");
    private static final List<String> LOCATION_TYPES = List.of("WORK", "HOME", "CUSTOM", "OTHER");
    private static final List<String> EVENT_TYPES = List.of("BIRTHDAY", "ANNIVERSARY", "CUSTOM", "OTHER");
    private static final List<String> MESSENGER_TYPES = List.of("LINE", "FACEBOOK", "CUSTOM", "TWITTER");
    private static final List<String> CUSTOM_TYPES = List.of("秘書", "Assistant", "내선", "车间", "受付 \"A\"");
    private static final List<String> SITES = List.of(
            "homepage.com", "www.example.co.jp/会社概要", "https://例え.jp/?q=名刺&n=1", "http://example.kr", "example.cn/a b");
    private static final List<String> MEMOS = List.of(
            "次回は来週火曜 14:00 に訪問\n資料を持参",
            "Met at the fair 🤝 — likes \"green\" tea ☕️",
            "path: C:\\clients\\2024\\new\ttab",
            "고객 요청: 견적서 재발송 👨‍👩‍👧‍👦",
            "</script><b>not HTML</b> & 'quoted' {\"json\": true}",
            "第一行\r\n第二行\n\n最後",
            "zero\u200bwidth, e\u0301 combining");
    private static final String LONGEST_MEMO = "長".repeat(4000);

    private final Generator generator;
    private final ContactEntry entry;
    private final Culture culture;
    private final boolean sparse;

    CardDetails(Generator generator, ContactEntry entry) {
        this.generator = generator;
        this.entry = entry;
        this.culture = generator.culture(entry.index());
        this.sparse = Generator.isSparse(entry.index());
    }

    /** At least one unless the contact is external; half of the external ones have neither e-mail nor phone. */
    JsonArray emails() {
        SeededRandom random = random("emails");
        int count = isUnreachable() ? 0 : sparse || random.chance(0.8) ? 1 : random.between(2, 3);
        JsonArray emails = new JsonArray();
        for (int i = 0; i < count; i++) {
            String address = "contact" + entry.index() + (i == 0 ? "" : "+" + i) + "@"
                    + random.pick(List.of("email.com", "example.co.jp", "mail.example.kr", "example.cn"));
            emails.add(new JsonObject().put("address", address));
        }
        return represented(emails, random);
    }

    JsonArray phones() {
        SeededRandom random = random("phones");
        int count = sparse || isUnreachable() ? 0 : random.between(0, 3);
        JsonArray phones = new JsonArray();
        for (int i = 0; i < count; i++) {
            String start = random.pick(culture.dialling());
            String number = start + "-" + random.digits(4) + "-" + random.digits(4);
            String value = random.chance(0.1) ? "(" + start + ")" + random.digits(7) + "P" + random.digits(2) : number;
            phones.add(typed(new JsonObject().put("value", value), PHONE_TYPES, i, random));
        }
        return represented(phones, random);
    }

    JsonArray organizations() {
        JsonArray organizations = new JsonArray();
        generator.organizations(entry.index()).forEach(organization -> organizations.add(organization.toJson()));
        return represented(organizations, random("organizations"));
    }

    JsonArray locations() {
        SeededRandom random = random("locations");
        JsonArray locations = new JsonArray();
        int count = some(random, 0.4);
        for (int i = 0; i < count; i++) {
            JsonObject location = new JsonObject()
                    .put("value", random.pick(culture.addresses()).replace("%d", random.digits(2)));
            if (random.chance(0.8)) {
                location.put("zipcode", random.digits(3) + "-" + random.digits(4));
            }
            locations.add(typed(location, LOCATION_TYPES, i, random));
        }
        return represented(locations, random);
    }

    /** Every 29th contact's day is a 29 February. */
    JsonArray events() {
        SeededRandom random = random("events");
        JsonArray events = new JsonArray();
        boolean leapDay = entry.index() % 29 == 3;
        int count = leapDay ? 1 : some(random, 0.3);
        for (int i = 0; i < count; i++) {
            String day =
                    "%d%02d%02d".formatted(random.between(1930, 2024), random.between(1, 12), random.between(1, 28));
            JsonObject event = new JsonObject().put("value", leapDay ? "20000229" : day);
            events.add(typed(event.put("dayType", random.chance(0.8) ? "S" : "L"), EVENT_TYPES, i, random));
        }
        return represented(events, random);
    }

    JsonArray messengers() {
        SeededRandom random = random("messengers");
        JsonArray messengers = new JsonArray();
        int count = some(random, 0.25);
        for (int i = 0; i < count; i++) {
            JsonObject messenger = new JsonObject().put("id", "id_" + random.digits(6));
            messengers.add(typed(messenger, MESSENGER_TYPES, i, random));
        }
        return represented(messengers, random);
    }

    JsonArray websites() {
        SeededRandom random = random("websites");
        JsonArray websites = new JsonArray();
        int count = some(random, 0.2);
        for (int i = 0; i < count; i++) {
            websites.add(new JsonObject().put("value", random.pick(SITES)));
        }
        return represented(websites, random);
    }

    JsonArray photos() {
        SeededRandom random = random("photos");
        JsonArray photos = new JsonArray();
        int count = some(random, 0.2);
        for (int i = 0; i < count; i++) {
            photos.add(new JsonObject().put("path", "/upload/photo/" + random.digits(8) + ".jpg"));
        }
        return represented(photos, random);
    }

    /** A change always leaves a memo. One memo in a hundred or so has the 4,000 characters that are the maximum. */
    Optional<String> memo() {
        SeededRandom random = random("memo");
        if (entry.revision() == 0 && (sparse || random.chance(0.6))) {
            return Optional.empty();
        }
        String revision = entry.revision() == 0 ? "" : " (" + entry.revision() + ")";
        return Optional.of(random.chance(0.02) ? LONGEST_MEMO : random.pick(MEMOS) + revision);
    }

    private boolean isUnreachable() {
        return entry.external() && entry.index() / 9 % 2 == 0;
    }

    private int some(SeededRandom random, double probability) {
        return sparse || !random.chance(probability) ? 0 : random.chance(0.7) ? 1 : 2;
    }

    private JsonObject typed(JsonObject part, List<String> types, int place, SeededRandom random) {
        String type = types.get((entry.index() + place) % types.size());
        part.put("type", type);
        return type.equals("CUSTOM") ? part.put("customType", random.pick(CUSTOM_TYPES)) : part;
    }

    /** Marks exactly one as the default. */
    private static JsonArray represented(JsonArray parts, SeededRandom random) {
        int chosen = parts.size() < 2 ? 0 : random.between(0, parts.size() - 1);
        for (int i = 0; i < parts.size(); i++) {
            parts.getJsonObject(i).put("represent", i == chosen);
        }
        return parts;
    }

    /** Phone and memo change with a revision; everything else stays. */
    private SeededRandom random(String topic) {
        return topic.equals("phones") || topic.equals("memo")
                ? generator.random(topic, entry)
                : generator.random(topic, entry.index());
    }
}
