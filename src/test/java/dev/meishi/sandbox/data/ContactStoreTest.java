package dev.meishi.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContactStoreTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-02-03T03:00:00Z"), ZoneOffset.UTC);
    private static final Seed SEED = new Seed(20200405);
    private static final List<Tag> TAGS = Tag.all(SEED);

    private final ContactStore store = store(1000);

    @Test
    void theSameSeedGivesTheSameContacts() {
        assertThat(everything(store(1000))).isEqualTo(everything(store));
    }

    @Test
    void anotherSeedGivesOtherContacts() {
        ContactStore other = new ContactStore(new Seed(1), TAGS, start(1000), NOON);

        assertThat(ids(other).subList(2, 1000))
                .doesNotContainAnyElementsOf(ids(store).subList(2, 1000));
    }

    @Test
    void theVendorsSamplesAreTheOldestContactsAndServedVerbatim() {
        assertThat(everything(store).subList(0, 2)).isEqualTo(VendorSamples.contacts());
        assertThat(texts(everything(store), "creationTime").stream()
                        .sorted()
                        .toList()
                        .get(1))
                .isEqualTo("2020-04-05T19:30:04+09:00");
    }

    @Test
    void everyValueOfEveryEnumerationOccurs() {
        assertThat(types("phones"))
                .containsExactlyInAnyOrder("MOBILE", "WORK", "HOME", "WORK_FAX", "HOME_FAX", "OTHER", "CUSTOM");
        assertThat(types("locations")).containsExactlyInAnyOrder("WORK", "HOME", "OTHER", "CUSTOM");
        assertThat(types("events")).containsExactlyInAnyOrder("BIRTHDAY", "ANNIVERSARY", "OTHER", "CUSTOM");
        assertThat(types("messengers")).containsExactlyInAnyOrder("LINE", "FACEBOOK", "TWITTER", "CUSTOM");
        assertThat(types("sharedMembers")).containsExactlyInAnyOrder("USER", "ORGUNIT", "GROUP");
        assertThat(types("worksAt")).containsExactlyInAnyOrder("line", "LINE", "worksat", "WORKSAT");
        assertThat(texts(parts("events"), "dayType")).containsExactlyInAnyOrder("S", "L");
    }

    @Test
    void aCustomTypeIsNamedAndOnlyACustomTypeIs() {
        assertThat(Stream.of("phones", "locations", "events", "messengers").flatMap(list -> parts(list).stream()))
                .allSatisfy(part -> assertThat(part.containsKey("customType"))
                        .isEqualTo(part.getString("type").equals("CUSTOM")));
    }

    @Test
    void exactlyOnePartOfEachListIsTheDefault() {
        for (String list : List.of(
                "emails", "phones", "organizations", "locations", "events", "messengers", "websites", "photos")) {
            assertThat(everything(store).stream().filter(contact -> contact.containsKey(list)))
                    .allSatisfy(contact -> assertThat(objects(contact.getJsonArray(list)))
                            .filteredOn(part -> part.getBoolean("represent"))
                            .hasSize(1));
        }
        assertThat(everything(store))
                .anyMatch(contact ->
                        contact.getJsonArray("phones", new JsonArray()).size() == 3)
                .anyMatch(contact ->
                        contact.getJsonArray("emails", new JsonArray()).size() == 3);
    }

    @Test
    void phonesHaveTheCharactersTheVendorAllows() {
        assertThat(texts(parts("phones"), "value")).allMatch(value -> value.matches("[-*#+PT()0-9]+"));
    }

    @Test
    void closedContactsNameWhoTheyAreSharedWithAndOpenOnesNobody() {
        assertThat(everything(store))
                .allSatisfy(contact ->
                        assertThat(contact.containsKey("sharedMembers")).isNotEqualTo(contact.getBoolean("open")));
    }

    @Test
    void externalContactsMayHaveNeitherMailNorPhoneAndNoOtherContactLacksBoth() {
        assertThat(everything(store))
                .filteredOn(contact -> !contact.containsKey("emails") && !contact.containsKey("phones"))
                .isNotEmpty()
                .allMatch(contact -> contact.containsKey("worksAt"));
    }

    @Test
    void buddiesAreAListOrOneString() {
        Set<Class<?>> kinds = parts("worksAt").stream()
                .map(worksAt -> worksAt.getValue("buddyUserIds").getClass())
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(JsonArray.class, String.class);
    }

    @Test
    void theWorldsOdditiesOccur() {
        assertThat(texts(parts("events"), "value")).contains("20000229");
        assertThat(texts(parts("websites"), "value")).anyMatch(site -> !site.contains("://"));
        assertThat(String.join("", texts(everything(store), "memo"))).contains("\n", "\r\n", "\"", "\\", "🤝");
        assertThat(texts(everything(store), "memo")).anyMatch(memo -> memo.length() == 4000);
        assertThat(everything(store))
                .anyMatch(contact -> contact.getJsonObject("name").size() == 8);
        assertThat(everything(store))
                .anyMatch(contact -> !contact.getJsonObject("name").containsKey("lastName"));
        assertThat(everything(store))
                .anyMatch(contact -> !contact.getJsonObject("name").containsKey("firstName"));
        assertThat(ids(store)).anyMatch(id -> id.matches(".*[g-z].*")).anyMatch(id -> id.matches("[-0-9a-f]{36}"));
        assertThat(everything(store)).anyMatch(contact -> contact.size() < 9);
    }

    @Test
    void namesComeInFourScriptsAndMostJapaneseOnesWithFurigana() {
        List<JsonObject> names = everything(store).stream()
                .map(contact -> contact.getJsonObject("name"))
                .toList();

        assertThat(texts(names, "lastName")).contains("𠮷田", "髙橋", "남궁", "歐陽", "Müller", "O'Brien");
        assertThat(texts(names, "phoneticLastName").size()).isBetween(5, 500);
        assertThat(names)
                .filteredOn(name -> name.containsKey("phoneticLastName"))
                .hasSizeBetween(400, 500);
    }

    @Test
    void aContactCarriesUpToFourKnownTags() {
        Set<String> known = TAGS.stream().map(Tag::id).collect(Collectors.toSet());
        Set<Integer> sizes = new TreeSet<>();
        for (JsonObject contact : everything(store)) {
            JsonArray tags = contact.getJsonArray("tagResourceIds", new JsonArray());
            sizes.add(tags.size());
            assertThat(tags).allMatch(known::contains);
        }

        assertThat(sizes).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void tagsAreFortyOfBothTypesWithNamesOfAtMostThirtyCharacters() {
        assertThat(TAGS).hasSize(40).allMatch(tag -> tag.name().length() <= 30);
        assertThat(TAGS).anyMatch(tag -> tag.userId() == null).anyMatch(tag -> tag.userId() != null);
        assertThat(TAGS).extracting(Tag::id).doesNotHaveDuplicates().containsAll(VendorSamples.TAG_IDS);
    }

    @Test
    void timesAreOrderedAndEndBefore2026() {
        assertThat(everything(store)).allSatisfy(contact -> {
            OffsetDateTime created = OffsetDateTime.parse(contact.getString("creationTime"));
            OffsetDateTime modified = OffsetDateTime.parse(contact.getString("modificationTime"));
            assertThat(modified).isAfterOrEqualTo(created).isBefore("2026-01-01T00:00:00+09:00");
        });
    }

    @Test
    void equalCreationTimesStraddleTheBorderOfAFullPage() {
        List<String> times = everything(store).stream()
                .map(contact -> contact.getString("creationTime"))
                .toList();

        assertThat(times.subList(495, 506)).containsOnly(times.get(500));
        assertThat(times).isSorted();
    }

    @Test
    void descendingIsTheExactReverseOfAscendingTiesIncluded() {
        for (ContactEntry.Order order : ContactEntry.Order.values()) {
            List<String> ascending = ids(store, order);
            List<String> descending = new ArrayList<>(ids(store, order, true));
            Collections.reverse(descending);

            assertThat(descending).isEqualTo(ascending);
        }
    }

    @Test
    void namesAreOrderedByFamilyThenGivenNameAndThenByAge() {
        assertThat(sortNames()).isSorted();
        assertThat(new HashSet<>(sortNames())).hasSizeLessThan(1000);
    }

    @Test
    void aBatchOfChangesKeepsEveryOrderAndTouchesWhatItSays() {
        List<String> before = ids(store);
        ChangeBatch batch = store.change(new ChangeBatch.Size(30, 40, 50));

        assertThat(batch.inserted()).hasSize(30).doesNotContainAnyElementsOf(before);
        assertThat(batch.updated()).hasSize(40).isSubsetOf(before);
        assertThat(batch.deleted()).hasSize(50).isSubsetOf(before).doesNotContainAnyElementsOf(batch.updated());
        List<String> expected = new ArrayList<>(before);
        expected.removeAll(batch.deleted());
        expected.addAll(batch.inserted());
        assertThat(ids(store)).isEqualTo(expected);
        assertThat(ids(store, ContactEntry.Order.MODIFICATION_TIME).subList(910, 980))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(batch.inserted().stream(), batch.updated().stream())
                        .toList());
        assertThat(sortNames()).hasSize(980).isSorted();
    }

    @Test
    void theSameChangesAfterTheSameStartTouchTheSameContacts() {
        ChangeBatch.Size size = new ChangeBatch.Size(3, 4, 5);

        assertThat(store(1000).change(size)).isEqualTo(store.change(size));
    }

    @Test
    void anUpdateIsVisibleInTimeAndMemoAndKeepsTheRest() {
        String id = store.change(new ChangeBatch.Size(0, 1, 0)).updated().get(0);
        JsonObject old = store(1000).find(id).orElseThrow();
        JsonObject updated = store.find(id).orElseThrow();

        assertThat(updated.getString("modificationTime")).isEqualTo("2026-02-03T12:00:00+09:00");
        assertThat(updated.getString("memo")).isNotEqualTo(old.getString("memo"));
        for (String same : List.of("resourceId", "open", "masterUserId", "creationTime", "name")) {
            assertThat(updated.getValue(same)).isEqualTo(old.getValue(same));
        }
    }

    @Test
    void everyFourthUpdateOfAContactMayRenameIt() {
        ContactStore small = store(42);
        Set<JsonObject> names = new HashSet<>();
        for (int i = 0; i < 9; i++) {
            small.change(new ChangeBatch.Size(0, 40, 0));
            names.add(small.find(ids(small).get(10)).orElseThrow().getJsonObject("name"));
        }

        assertThat(names).hasSizeBetween(2, 3);
    }

    @Test
    void theVendorsSamplesSurviveTheDeletionOfEverything() {
        store.change(new ChangeBatch.Size(0, 0, 5000));

        assertThat(everything(store)).isEqualTo(VendorSamples.contacts());
    }

    @Test
    void aResetForgetsEveryChange() {
        List<JsonObject> before = everything(store);
        store.change(new ChangeBatch.Size(10, 10, 10));
        store.remove(ids(store).get(0));
        store.reset();

        assertThat(everything(store)).isEqualTo(before);
    }

    @Test
    void thereMayBeNoContactOrOneSampleOnly() {
        assertThat(everything(store(0))).isEmpty();
        assertThat(everything(store(1))).isEqualTo(VendorSamples.contacts().subList(0, 1));
    }

    @Test
    void twoHundredThousandContactsAreThereWithinSeconds() {
        long start = System.nanoTime();
        ContactStore large = store(200_000);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(large.total()).isEqualTo(200_000);
        assertThat(new HashSet<>(ids(large))).hasSize(200_000);
    }

    private static StartData start(int total) {
        return new StartData(Contents.SEEDED, total, StartData.EARLIEST_END);
    }

    private static ContactStore store(int total) {
        return new ContactStore(SEED, TAGS, start(total), NOON);
    }

    private static List<String> ids(ContactStore store) {
        return ids(store, ContactEntry.Order.CREATION_TIME);
    }

    private static List<String> ids(ContactStore store, ContactEntry.Order order) {
        return ids(store, order, false);
    }

    private static List<String> ids(ContactStore store, ContactEntry.Order order, boolean descending) {
        ContactFilter all = new ContactFilter(List.of());
        return store.page(new ContactQuery(all, order, descending, 0, Integer.MAX_VALUE)).entries().stream()
                .map(ContactEntry::resourceId)
                .toList();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static List<JsonObject> everything(ContactStore store) {
        return ids(store).stream().map(id -> store.find(id).orElseThrow()).toList();
    }

    private List<String> sortNames() {
        return ids(store, ContactEntry.Order.NAME).stream()
                .map(id -> store.find(id).orElseThrow().getJsonObject("name"))
                .map(name -> name.getString("lastName", "") + "\0" + name.getString("firstName", ""))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<JsonObject> parts(String list) {
        return everything(store).stream()
                .flatMap(contact -> objects(contact.getJsonArray(list, new JsonArray())).stream())
                .toList();
    }

    private Set<String> types(String list) {
        return texts(parts(list), "type");
    }

    private static Set<String> texts(List<JsonObject> objects, String key) {
        return objects.stream()
                .map(object -> object.getString(key))
                .filter(text -> text != null)
                .collect(Collectors.toSet());
    }
}
