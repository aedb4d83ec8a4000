package dev.meishi.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is at the start, up to any day, and how much may be added to it. */
class StartDataTest {

    private static final Instant TODAY = Instant.parse("2027-08-09T10:00:00Z");
    private static final Clock NOW = Clock.fixed(TODAY.plusSeconds(1234), ZoneOffset.UTC);
    private static final Seed SEED = new Seed(20200405);
    private static final List<Tag> TAGS = Tag.all(SEED);

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 11, 42, 499, 500, 501, 1_000, 10_000})
    void theNewestContactIsOfTheLastMomentAndNoneIsCreatedOrChangedAfterIt(int total) {
        ContactStore store = store(Contents.SEEDED, total);
        List<JsonObject> all = everything(store);

        assertThat(all).hasSize(total);
        List<Instant> created = times(all, "creationTime");
        assertThat(created).isSorted().last().isEqualTo(TODAY);
        List<Instant> modified = times(all, "modificationTime");
        for (int i = 0; i < total; i++) {
            assertThat(modified.get(i)).isBetween(created.get(i), TODAY);
        }
    }

    @Test
    void nineTenthsOfTheContactsAreTheSameOnEachDay() {
        List<JsonObject> today = everything(store(Contents.SEEDED, 1_000));
        List<JsonObject> early = everything(
                new ContactStore(SEED, TAGS, new StartData(Contents.SEEDED, 1_000, StartData.EARLIEST_END), NOW));

        assertThat(times(today, "creationTime").subList(0, 900))
                .isEqualTo(times(early, "creationTime").subList(0, 900));
        assertThat(ids(today)).isEqualTo(ids(early));
        assertThat(times(today, "creationTime").subList(900, 1_000))
                .doesNotContainAnyElementsOf(times(early, "creationTime").subList(900, 1_000));
    }

    @Test
    void changesReachUpToTheLastMonthToo() {
        assertThat(times(everything(store(Contents.SEEDED, 1_000)), "modificationTime"))
                .filteredOn(TODAY.minusSeconds(30 * 24 * 3600)::isBefore)
                .hasSizeGreaterThan(3);
    }

    @Test
    void thereMayBeNone() {
        ContactStore store = store(Contents.NONE, 1_000);
        assertThat(everything(store)).isEmpty();
        store.reset(Contents.SEEDED);
        assertThat(everything(store)).hasSize(1_000);
        store.change(new ChangeBatch.Size(1, 1, 1));
        store.reset();
        assertThat(everything(store)).isEqualTo(everything(store(Contents.SEEDED, 1_000)));
    }

    @Test
    void namelessContactsHaveNoName() {
        List<JsonObject> all = everything(store(Contents.NAMELESS, 1_000));
        Set<Object> names = new HashSet<>();
        all.forEach(contact -> names.add(String.valueOf(contact.getValue("name"))));

        assertThat(all).hasSize(100);
        assertThat(names).containsExactlyInAnyOrder("null", "{}", "{\"lastName\":\"\",\"firstName\":\" \"}");
        assertThat(all)
                .filteredOn(contact -> !contact.containsKey("emails")
                        && !contact.containsKey("phones")
                        && !contact.containsKey("organizations"))
                .hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void nullsAreInEveryPlace() {
        List<JsonObject> all = entries(store(Contents.NULLS, 8)).stream()
                .sorted(Comparator.comparingInt(ContactEntry::index))
                .map(ContactEntry::verbatim)
                .toList();

        for (String member : ContactMembers.ALL.keySet()) {
            if (!member.equals("resourceId")) {
                assertThat(all.get(0).getValue(member, "there")).as(member).isNull();
            }
        }
        for (String list : ContactMembers.LISTS) {
            JsonArray nulls = all.get(1).getJsonArray(list);
            assertThat(nulls).as(list).hasSize(1);
            List<String> parts = ContactMembers.ALL.getOrDefault(list, List.of());
            if (!parts.isEmpty()) {
                assertThat(nulls.getJsonObject(0))
                        .as(list)
                        .hasSize(parts.size())
                        .allMatch(part -> part.getValue() == null);
            }
            assertThat(all.get(2).getJsonArray(list)).as(list).containsExactly((Object) null);
            assertThat(all.get(3).getJsonArray(list)).as(list).isEmpty();
        }
        assertThat(all.get(7).getString("memo")).isEmpty();
        assertThat(all.get(7).getJsonObject("name")).hasSize(8).allMatch(part -> part.getValue() == null);
    }

    @Test
    void unknownTypesAreInEveryListThatHasTypes() {
        Set<String> lists = new LinkedHashSet<>();
        for (JsonObject contact : everything(store(Contents.UNKNOWN_TYPES, 1_000))) {
            for (String list : ContactMembers.LISTS) {
                for (Object part : contact.getJsonArray(list, new JsonArray())) {
                    if (part instanceof JsonObject object && object.containsKey("type")) {
                        assertThat(object.getString("type")).isEqualTo("FUTURE_TYPE");
                        assertThat(object.getString("dayType", "FUTURE_TYPE")).isEqualTo("FUTURE_TYPE");
                        lists.add(list);
                    }
                }
            }
        }
        assertThat(lists)
                .containsExactlyInAnyOrder("phones", "locations", "events", "messengers", "sharedMembers", "worksAt");
    }

    @Test
    void theMembersThatAreSaidAreThoseThatContactsHave() {
        Set<String> members = new HashSet<>();
        Set<String> said = new HashSet<>();
        ContactMembers.ALL.forEach((member, parts) -> {
            said.add(member);
            parts.forEach(part -> said.add(member + "." + part));
        });
        for (JsonObject contact : everything(store(Contents.SEEDED, 1_000))) {
            for (String member : contact.fieldNames()) {
                members.add(member);
                Object value = contact.getValue(member);
                List<Object> parts =
                        value instanceof JsonArray list ? list.stream().toList() : List.of(value);
                parts.forEach(part -> {
                    if (part instanceof JsonObject object) {
                        object.fieldNames().forEach(name -> members.add(member + "." + name));
                    }
                });
            }
        }
        assertThat(members).isEqualTo(said);
    }

    @Test
    void contactsGivenAsJsonHave64MiBTogetherAtMost() {
        ContactStore store = store(Contents.NONE, 0);
        JsonObject large = new JsonObject().put("memo", "x".repeat(16 << 20));
        for (String id : List.of("one", "two", "three")) {
            store.add(large.copy().put("resourceId", id));
        }
        assertThatThrownBy(() -> store.add(large.copy().put("resourceId", "four")))
                .hasMessageContaining("at most 67108864 characters together")
                .hasMessageContaining("reset the simulator");
        assertThat(store.total()).isEqualTo(3);

        store.add(large.copy().put("resourceId", "three"));
        store.remove("one");
        store.add(large.copy().put("resourceId", "four"));
        assertThat(store.total()).isEqualTo(3);
        assertThatThrownBy(() -> store.patch("four", new JsonObject().put("name", "y".repeat(20 << 20))))
                .hasMessageContaining("characters together");
        store.reset();
        store.add(large.copy().put("resourceId", "five"));
    }

    @Test
    void noMoreThan400ThousandContactsAreThere() {
        ContactStore store = store(Contents.SEEDED, 200_000);
        for (int i = 0; i < 20; i++) {
            store.change(new ChangeBatch.Size(10_000, 0, 0));
        }
        assertThat(store.total()).isEqualTo(400_000);

        ChangeBatch full = store.change(new ChangeBatch.Size(10, 1, 3));
        assertThat(full.inserted()).hasSize(3);
        assertThat(store.total()).isEqualTo(400_000);
        assertThatThrownBy(() -> store.add(new JsonObject().put("resourceId", "one-more")))
                .hasMessageContaining("at most 400000 contacts");
    }

    private static ContactStore store(Contents contents, int total) {
        return new ContactStore(SEED, TAGS, new StartData(contents, total, TODAY), NOW);
    }

    private static List<JsonObject> everything(ContactStore store) {
        return entries(store).stream().map(store::inFull).toList();
    }

    private static List<ContactEntry> entries(ContactStore store) {
        ContactFilter all = new ContactFilter(List.of());
        return store.page(new ContactQuery(all, ContactEntry.Order.CREATION_TIME, false, 0, Integer.MAX_VALUE))
                .entries();
    }

    private static List<String> ids(List<JsonObject> contacts) {
        return contacts.stream().map(contact -> contact.getString("resourceId")).toList();
    }

    private static List<Instant> times(List<JsonObject> contacts, String member) {
        return contacts.stream()
                .map(contact -> OffsetDateTime.parse(contact.getString(member)).toInstant())
                .toList();
    }
}
