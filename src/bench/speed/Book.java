package speed;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of LINE WORKS and their tags, in the order of their creation: Japanese, Korean and Latin people with every
 * part that the vendor's page shows, some 1,450 bytes each. The same in every process, as they are made from a seed.
 */
public final class Book {

    /** How many there are. */
    public static final int CONTACTS = 5_000;

    private static final int TAGS = 60;
    private static final int MEMBERS = 300;
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2019-04-01T09:00:00+09:00");

    /** What people of one script are called, where they work and live. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Culture(
            String[] families,
            String[] given,
            String @Nullable [] phoneticFamilies,
            String @Nullable [] phoneticGiven,
            String[] companies,
            String[] departments,
            String[] titles,
            String street,
            String memo) {}

    private static final Culture JAPANESE = new Culture(
            words("田中|伊藤|渡辺|中村|小林|加藤|吉田|清水"),
            words("陽菜|蓮|さくら|大翔|結衣|直樹|恵子|誠"),
            words("タナカ|イトウ|ワタナベ|ナカムラ|コバヤシ|カトウ|ヨシダ|シミズ"),
            words("ヒナ|レン|サクラ|ヒロト|ユイ|ナオキ|ケイコ|マコト"),
            words("株式会社青葉製作所|有限会社みなと商店|東海電子株式会社|合同会社ひまわり"),
            words("営業第一課|人事部|開発本部|総務課|品質保証室"),
            words("課長|主任|部長|取締役|担当"),
            "大阪府大阪市北区梅田%d丁目%d-%d 中央ビル",
            "展示会で名刺を交換。\n「%d月」に見積もりを送る。\t要確認");

    private static final Culture KOREAN = new Culture(
            words("김|이|박|최|정|강|윤|장"),
            words("민준|서연|지훈|하은|도윤|수빈|예준|지우"),
            words("キム|イ|パク|チェ|チョン|カン|ユン|チャン"),
            words("ミンジュン|ソヨン|ジフン|ハウン|ドユン|スビン|イェジュン|ジウ"),
            words("한빛전자|주식회사새봄|동해상사|미래소프트"),
            words("영업팀|인사팀|연구소|총무팀|품질관리팀"),
            words("과장|대리|부장|이사|사원"),
            "서울특별시 강남구 테헤란로 %d길 %d-%d",
            "전시회에서 만남.\n%d월에 다시 연락하기로 함.");

    private static final Culture LATIN = new Culture(
            words("Novák|Svensson|O'Connor|García|Schröder|Williams|Rossi|Lefèvre"),
            words("Zoë|Anders|Siobhán|José|Jürgen|Grace|Chiara|Théo"),
            null,
            null,
            words("Lindqvist & Sons|Brückner GmbH|\"Quick\" Couriers Ltd.|Harbour Freight PLC"),
            words("Purchasing|After-sales|Research & Development|Accounts|Legal"),
            words("Buyer|Head of Department|Engineer|Partner|Assistant"),
            "%d Station Road, Flat %d, Unit %d",
            "Introduced by a colleague.\nAsked for a \"full\" offer in month %d; path C:\\offers.");

    private static final Culture[] CULTURES = {JAPANESE, LATIN, KOREAN, JAPANESE, LATIN};

    private final Random lot = new Random(20_190_401);
    private final List<ObjectNode> contacts = new ArrayList<>();
    private final Map<String, String> tagNames = new LinkedHashMap<>();

    /** Makes them all. */
    public Book() {
        for (int i = 0; i < TAGS; i++) {
            tagNames.put(id(), i % 3 == 0 ? "重要顧客 " + i : i % 3 == 1 ? "거래처 " + i : "Newsletter " + i);
        }
        List<String> tags = List.copyOf(tagNames.keySet());
        OffsetDateTime created = FIRST;
        for (int i = 0; i < CONTACTS; i++) {
            created = created.plusSeconds(1 + lot.nextInt(40_000));
            contacts.add(contact(i, created, tags));
        }
    }

    /** All of them. */
    public List<ObjectNode> contacts() {
        return contacts;
    }

    /** Names of all tags by their ids. */
    public Map<String, String> tagNames() {
        return tagNames;
    }

    private ObjectNode contact(int i, OffsetDateTime created, List<String> tags) {
        Culture culture = CULTURES[lot.nextInt(CULTURES.length)];
        boolean isOpen = lot.nextInt(4) > 0;
        ObjectNode contact = object().put("resourceId", id())
                .put("open", isOpen)
                .put("isCoEditing", lot.nextBoolean())
                .put("masterUserId", member());
        if (!isOpen) {
            members(contact.putArray("sharedMembers"));
        }
        ArrayNode carried = contact.putArray("tagResourceIds");
        for (int k = 0, first = lot.nextInt(TAGS), many = 2 + lot.nextInt(3); k < many; k++) {
            carried.add(tags.get((first + 7 * k) % TAGS));
        }
        contact.set("name", name(i, culture));
        reach(contact, i, culture);
        contact.put("memo", culture.memo().formatted(1 + lot.nextInt(12)));
        if (lot.nextInt(5) == 0) {
            ObjectNode external = contact.putArray("worksAt").addObject();
            external.put("type", lot.nextBoolean() ? "LINE" : "WORKSAT").put("resourceId", id());
            external.putArray("buddyUserIds").add(member());
        }
        return contact.put("creationTime", ISO_OFFSET_DATE_TIME.format(created))
                .put("modificationTime", ISO_OFFSET_DATE_TIME.format(created.plusSeconds(lot.nextInt(30_000_000))));
    }

    private void members(ArrayNode members) {
        for (int k = 0, many = 1 + lot.nextInt(3); k < many; k++) {
            boolean isUnit = lot.nextInt(5) == 0;
            members.addObject()
                    .put("id", isUnit ? "unit" + lot.nextInt(30) + "@meishi.example" : member())
                    .put("type", isUnit ? "ORGUNIT" : "USER");
        }
    }

    private ObjectNode name(int i, Culture culture) {
        int family = lot.nextInt(culture.families().length);
        int given = lot.nextInt(culture.given().length);
        ObjectNode name = object().put("lastName", culture.families()[family]).put("firstName", culture.given()[given]);
        String @Nullable [] phoneticFamilies = culture.phoneticFamilies();
        String @Nullable [] phoneticGiven = culture.phoneticGiven();
        if (phoneticFamilies != null && phoneticGiven != null) {
            name.put("phoneticLastName", phoneticFamilies[family]);
            name.put("phoneticFirstName", phoneticGiven[given]);
        }
        return name.put("nickName", culture.given()[given] + " " + i);
    }

    /** All ways to reach the person, of each the default one first. */
    private void reach(ObjectNode contact, int i, Culture culture) {
        for (int k = 0, many = 1 + lot.nextInt(2); k < many; k++) {
            String host = one(words("mail|shop|office")) + ".example";
            represent(part(contact, "emails").put("address", "person" + i + "-" + k + "@" + host), k);
        }
        for (int k = 0, many = 1 + lot.nextInt(2); k < many; k++) {
            ObjectNode phone = part(contact, "phones")
                    .put(
                            "value",
                            "0%d-%04d-%04d".formatted(10 + lot.nextInt(90), lot.nextInt(10_000), lot.nextInt(10_000)));
            typed(phone, words("MOBILE|WORK|HOME|WORK_FAX|HOME_FAX|OTHER|CUSTOM"), "Reception");
            represent(phone, k);
        }
        for (int k = 0, many = 1 + lot.nextInt(2); k < many; k++) {
            ObjectNode organization = part(contact, "organizations")
                    .put("name", one(culture.companies()))
                    .put("department", one(culture.departments()))
                    .put("title", one(culture.titles()));
            represent(organization, k);
        }
        for (int k = 0, many = 1 + lot.nextInt(2); k < many; k++) {
            ObjectNode location = part(contact, "locations")
                    .put(
                            "value",
                            culture.street().formatted(1 + lot.nextInt(9), 1 + lot.nextInt(40), 1 + lot.nextInt(20)))
                    .put("zipcode", "%03d-%04d".formatted(lot.nextInt(1_000), lot.nextInt(10_000)));
            typed(location, words("WORK|HOME|OTHER|CUSTOM"), "倉庫");
            represent(location, k);
        }
        ObjectNode event = part(contact, "events")
                .put(
                        "value",
                        "19%02d%02d%02d".formatted(50 + lot.nextInt(50), 1 + lot.nextInt(12), 1 + lot.nextInt(28)))
                .put("dayType", lot.nextInt(6) == 0 ? "L" : "S");
        typed(event, words("BIRTHDAY|BIRTHDAY|ANNIVERSARY|OTHER|CUSTOM"), "창립일");
        represent(event, 0);
        for (int k = 0, many = lot.nextInt(4) == 0 ? 2 : 1; k < many; k++) {
            ObjectNode messenger =
                    part(contact, "messengers").put("id", "user-" + Integer.toString(lot.nextInt(1 << 24), 36));
            typed(messenger, words("LINE|FACEBOOK|TWITTER|CUSTOM"), "Chat");
            represent(messenger, k);
        }
        represent(part(contact, "websites").put("value", "www.example.com/team/" + i), 0);
        represent(part(contact, "photos").put("path", "/contact/photo/2021/" + lot.nextInt(100_000) + ".png"), 0);
    }

    private static ObjectNode part(ObjectNode contact, String kind) {
        return contact.withArray(kind).addObject();
    }

    /** Last of a part's members, as on the vendor's pages. */
    private static void represent(ObjectNode part, int place) {
        part.put("represent", place == 0);
    }

    private void typed(ObjectNode part, String[] types, String customType) {
        String type = one(types);
        part.put("type", type);
        if (type.equals("CUSTOM")) {
            part.put("customType", customType);
        }
    }

    private String member() {
        return "member" + lot.nextInt(MEMBERS) + "@meishi.example";
    }

    private String id() {
        return new UUID(lot.nextLong(), lot.nextLong()).toString();
    }

    private String one(String[] of) {
        return of[lot.nextInt(of.length)];
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String[] words(String text) {
        return text.split("\\|");
    }
}
